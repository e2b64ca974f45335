import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads one R4 instance in JSON per line and writes, per instance, a line for every message (severity, location, text; tabs between) and an empty line.
 */
final class ValidationLoop {

    private ValidationLoop() {}

    static void run(FhirValidator validator) throws IOException {
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
