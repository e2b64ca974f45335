package no.normverk.snomed.constraint;

import java.io.IOException;
import java.nio.file.Path;
import no.normverk.snomed.SnomedEdition;
import no.normverk.terminology.edition.EditionException;

/** Opens editions of SNOMED CT with everything in place: the {@code constraint} filter answers expression constraints. */
public final class SnomedEditions {

    private SnomedEditions() {}

    /**
     * Opens an edition.
     *
     * @throws EditionException when it is damaged, of another format version, or no edition of SNOMED CT
     */
    public static SnomedEdition open(Path edition) throws IOException {
        return SnomedEdition.open(edition, new ConstraintEvaluator());
    }
}
