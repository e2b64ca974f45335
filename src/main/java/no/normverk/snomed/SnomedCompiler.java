package no.normverk.snomed;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.normverk.terminology.edition.ColumnWriter;
import no.normverk.terminology.edition.DesignationIndexWriter;
import no.normverk.terminology.edition.EditionDirectory;
import no.normverk.terminology.edition.EditionException;
import no.normverk.terminology.edition.Progress;

/** Makes an edition of RF2 release packages. */
public final class SnomedCompiler {

    private final Release release;
    private final CompileOptions options;
    private final Progress progress;
    private final Warnings warnings;
    private final Map<String, Long> counts = new TreeMap<>();
    private String versionUri = "";

    private SnomedCompiler(Release release, CompileOptions options, Progress progress, Warnings warnings) {
        this.release = release;
        this.options = options;
        this.progress = progress;
        this.warnings = warnings;
    }

    /**
     * Reads the packages, composes them to one edition, and writes it. Of several states of a component the newest stays,
     * whatever package it is in; on equal effective times that of the later package. On failure nothing is left behind.
     *
     * @param packages folders or zips; an extension after what it extends
     * @param target the directory to make; it must not exist
     * @throws Rf2FormatException when a file is not as RF2 demands; it says where
     * @throws IOException when a package cannot be read, holds no concepts, or the edition cannot be written
     */
    public static CompileReport compile(List<Path> packages, CompileOptions options, Path target, Progress progress)
            throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        List<Rf2Package> opened = new ArrayList<>();
        try {
            for (Path path : packages) {
                opened.add(Rf2Package.open(path));
            }
            Release release = Rf2Reader.read(opened, progress);
            if (release.concepts.size() == 0) {
                throw new IOException("no concepts in " + packages + ": a package needs an sct2_Concept_ file with rows");
            }
            Warnings warnings = new Warnings(release.origins);
            opened.forEach(found -> found.unknown().forEach(warnings::add));
            SnomedCompiler compiler = new SnomedCompiler(release, options, progress, warnings);
            EditionDirectory.create(target, compiler::write, compiler::check);
            List<String> notes = opened.stream().flatMap(found -> found.notes().stream()).toList();
            return new CompileReport(compiler.versionUri, new LinkedHashMap<>(compiler.counts), warnings.toList(), notes);
        } finally {
            for (Rf2Package found : opened) {
                found.close();
            }
        }
    }

    private EditionDirectory.Description write(ColumnWriter columns) throws IOException {
        versionUri = options.versionUri() == null ? VersionChoice.versionUri(release, warnings) : options.versionUri();
        progress.at("ordering concepts", 0, release.concepts.size());
        RelationshipColumns relationships = RelationshipColumns.of(release, counts, warnings);
        ConceptOrder order =
                ConceptOrder.of(release.concepts, relationships.isAChildren(), relationships.isAParents(), warnings);
        long active = order.activeCount();
        counts.put("concepts, active", active);
        counts.put("concepts, inactive", order.size() - active);
        SctidPool modules = new SctidPool();
        order.write(columns, modules);
        progress.at("relationships", 0, release.relationships.size());
        relationships.write(columns, order, modules);
        release.relationships.clear();
        release.concreteValues.clear();
        progress.at("reference sets", 0, -1);
        RefsetColumns.write(columns, release, order, modules, counts, warnings);
        release.refsets.clear();
        AlternateIdentifiers.write(columns, release, order, counts, warnings);
        progress.at("descriptions", 0, release.descriptions.size());
        DescriptionColumns descriptions = DescriptionColumns.of(release, order, counts, warnings);
        release.acceptabilities.clear();
        descriptions.write(columns);
        descriptions.writeListed(columns, order);
        progress.at("indexing text", 0, release.descriptions.size());
        DesignationIndexWriter index = new DesignationIndexWriter(order.size());
        descriptions.addNames(index, order);
        index.write(columns, order.textRanks(), order.activity());
        columns.longs(SnomedColumns.MODULES, modules.toArray());
        return new EditionDirectory.Description(SnomedColumns.KIND, Sctid.SYSTEM, versionUri, counts);
    }

    private void check(Path edition) throws IOException {
        progress.at("checking the edition", 0, -1);
        try (SnomedEdition reopened = SnomedEdition.open(edition)) {
            if (reopened.size() != release.concepts.size() || !versionUri.equals(reopened.header().version())) {
                throw new EditionException(edition + " was not written as it was meant");
            }
        }
    }
}
