package no.normverk.snomed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide about an edition.
 *
 * @param versionUri the version URI to give it instead of the one found in the module dependencies, or {@code null}; of the form
 *     {@code http://snomed.info/sct/<module>/version/<yyyymmdd>}, or with {@code xsct} for what is not a release
 */
public record CompileOptions(@Nullable String versionUri) {

    public static final CompileOptions DEFAULT = new CompileOptions(null);

    private static final Pattern VERSION_URI = Pattern.compile("http://snomed\\.info/x?sct/\\d{6,18}/version/\\d{8}(\\d{6}Z?)?");

    /** @throws IllegalArgumentException when the version URI is not of that form */
    public CompileOptions {
        if (versionUri != null && !VERSION_URI.matcher(versionUri).matches()) {
            throw new IllegalArgumentException("'" + versionUri
                    + "' is not a SNOMED CT version URI such as http://snomed.info/sct/51000202101/version/20250915");
        }
    }
}
