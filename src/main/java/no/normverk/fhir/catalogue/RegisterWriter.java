package no.normverk.fhir.catalogue;

import java.util.ArrayList;
import java.util.List;
import no.normverk.catalogue.Claim;
import no.normverk.catalogue.register.Evidence;
import no.normverk.catalogue.register.RegisteredClaim;
import no.normverk.catalogue.register.VendorProduct;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DeviceDefinition;
import org.hl7.fhir.r4.model.DeviceDefinition.DeviceNameType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.VerificationResult;
import org.hl7.fhir.r4.model.VerificationResult.Status;

/**
 * Writes a product of the register as a {@code DeviceDefinition}, and each claim of it as a {@code VerificationResult} whose target that is. Nothing of what a claim covers is in them.
 */
public final class RegisterWriter {

    private static final Coding MADE_UP =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");

    private RegisterWriter() {}

    /** The product, then its claims in the order written. */
    public static List<DomainResource> write(VendorProduct product) {
        List<DomainResource> resources = new ArrayList<>();
        resources.add(definition(product));
        int number = 0;
        for (RegisteredClaim claim : product.claims()) {
            number++;
            resources.add(result(product, claim, number));
        }
        resources.forEach(resource -> {
            resource.setLanguage("nb");
            if (product.synthetic()) {
                resource.getMeta().addTag(MADE_UP.copy());
            }
        });
        return resources;
    }

    private static DeviceDefinition definition(VendorProduct product) {
        DeviceDefinition definition = new DeviceDefinition();
        definition.setId(product.key());
        definition.getMeta().addProfile(RegisterResource.VENDOR_PRODUCT);
        definition.addDeviceName().setName(product.name()).setType(DeviceNameType.MANUFACTURERNAME);
        definition.addVersion(product.version());
        definition.setManufacturer(new StringType(product.vendor()));
        product.url().ifPresent(definition::setOnlineInformation);
        return definition;
    }

    private static VerificationResult result(VendorProduct product, RegisteredClaim registered, int number) {
        VerificationResult result = new VerificationResult();
        result.setId(product.key() + "-" + number);
        result.getMeta().addProfile(RegisterResource.CLAIM);
        result.addTarget(new Reference("DeviceDefinition/" + product.key()).setDisplay(product.name() + " " + product.version()));
        result.setStatus(Status.fromCode(registered.status().code()));
        registered.statusDate().ifPresent(date -> result.setStatusDateElement(new DateTimeType(date.text())));
        result.addExtension(claim(registered));
        return result;
    }

    private static Extension claim(RegisteredClaim registered) {
        Claim claim = registered.claim();
        Extension extension = new Extension(RegisterResource.EXTENSION);
        extension.addExtension("supports", new CanonicalType(Canonical.library(claim.product())));
        claim.direction().ifPresent(direction -> extension.addExtension("direction", new CodeType(direction.code())));
        claim.from().ifPresent(date -> extension.addExtension("from", new DateType(date.text())));
        claim.until().ifPresent(date -> extension.addExtension("until", new DateType(date.text())));
        registered.evidence().forEach(evidence -> extension.addExtension(evidence(evidence)));
        return extension;
    }

    private static Extension evidence(Evidence evidence) {
        Extension extension = new Extension("evidence");
        extension.addExtension("kind", new CodeType(evidence.kind().code()));
        extension.addExtension("title", new StringType(evidence.title()));
        evidence.url().ifPresent(url -> extension.addExtension("url", new UriType(url)));
        evidence.date().ifPresent(date -> extension.addExtension("date", new DateType(date.text())));
        evidence.issuer().ifPresent(issuer -> extension.addExtension("issuer", new StringType(issuer)));
        return extension;
    }
}
