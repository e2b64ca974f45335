import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.common.hapi.validation.support.RemoteTerminologyServiceValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * HAPI's validator as its users set it up, with a terminology server for everything about codes.
 *
 * <p>Takes the server's address; reads one R4 instance in JSON per line and writes, per instance, a line for every message (severity, location, text; tabs between) and an
 * empty line.
 */
class HapiClient {

    private HapiClient() {}

    public static void main(String[] arguments) throws IOException {
        FhirContext context = FhirContext.forR4();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        IValidationSupport support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context), new RemoteTerminologyServiceValidationSupport(context, arguments[0]));
        FhirValidator validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String instance = in.readLine(); instance != null; instance = in.readLine()) {
            for (SingleValidationMessage message : validator.validateWithResult(instance).getMessages()) {
                String text = message.getMessage().replaceAll("\\s+", " ");
                out.println(message.getSeverity().getCode() + "\t" + message.getLocationString() + "\t" + text);
            }
            out.println();
            out.flush();
        }
    }
}
