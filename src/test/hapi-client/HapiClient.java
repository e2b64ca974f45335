import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.IOException;
import org.hl7.fhir.common.hapi.validation.support.RemoteTerminologyServiceValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator as its users set it up, with a terminology server for everything about codes. Takes the server's address, then instances as {@link ValidationLoop} says. */
class HapiClient {

    private HapiClient() {}

    public static void main(String[] arguments) throws IOException {
        FhirContext context = FhirContext.forR4();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        IValidationSupport support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context), new RemoteTerminologyServiceValidationSupport(context, arguments[0]));
        ValidationLoop.run(context.newValidator().registerValidatorModule(new FhirInstanceValidator(support)));
    }
}
