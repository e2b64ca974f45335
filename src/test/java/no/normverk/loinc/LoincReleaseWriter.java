package no.normverk.loinc;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A small release in LOINC's layout, with codes and names made up for tests. */
public final class LoincReleaseWriter {

    private LoincReleaseWriter() {}

    private static final Map<String, String> FILES = Map.of(
            LoincFiles.TERMS, """
            \uFEFF"LOINC_NUM","COMPONENT","PROPERTY","TIME_ASPCT","SYSTEM","SCALE_TYP","METHOD_TYP","CLASS","VersionLastChanged","DefinitionDescription","STATUS","CLASSTYPE","SHORTNAME","ORDER_OBS","EXTERNAL_COPYRIGHT_NOTICE","LONG_COMMON_NAME","VersionFirstReleased"
            "X1-1","Sugar","Conc","Now","Blood","Num","","LAB.SWEET","9.2","How ""sweet"", at length","ACTIVE","1","Sug Bld","Both","","Sugar [Conc] in Blood","9.1"
            "X2-9","Salt","Conc","Now","Blood","Num","","LAB.SALT","9.10","","DISCOURAGED","1","Salt Bld","Order","","Salt [Conc] in Blood","1.0"
            "X3-7","Mood","Find","Now","^Patient","Ord","","SURVEY","9.1","","ACTIVE","4","","Observation","© Somebody","Mood of patient","9.1"
            """,
            LoincFiles.PARTS, """
            "PartNumber","PartTypeName","PartName","PartDisplayName","Status"
            "LP1-1","COMPONENT","Sugar","Sugars","ACTIVE"
            "LP2-2","COMPONENT","Salt","Salt","ACTIVE"
            "LP3-3","CLASS","LAB.SWEET","Sweet","ACTIVE"
            "LP4-4","COMPONENT","Solids","Solids","DEPRECATED"
            """,
            LoincFiles.PART_LINKS.getFirst(), """
            "LoincNumber","LongCommonName","PartNumber","PartName","PartCodeSystem","PartTypeName","LinkTypeName","Property"
            "X1-1","Sugar [Conc] in Blood","LP1-1","Sugar","http://loinc.org","COMPONENT","Primary","http://loinc.org/property/COMPONENT"
            "X2-9","Salt [Conc] in Blood","LP2-2","Salt","http://loinc.org","COMPONENT","Primary","http://loinc.org/property/COMPONENT"
            "X3-7","Mood of patient","LP4-4","Solids","http://loinc.org","Document.Kind","DocumentOntology","http://loinc.org/property/document-kind"
            """,
            LoincFiles.CONSUMER_NAMES, """
            "LoincNumber","ConsumerName"
            "X1-1","Sugar, Blood"
            """,
            LoincFiles.ANSWERS, """
            "AnswerListId","AnswerListName","AnswerListOID","AnswerStringId","SequenceNumber","DisplayText"
            "LL1-1","Moods","1.2.3","LA1-1","1","Good"
            "LL1-1","Moods","1.2.3","LA2-2","2","Bad"
            "LL2-2","Other moods","1.2.4","LA2-2","1","Bad"
            """,
            LoincFiles.ANSWER_LINKS, """
            "LoincNumber","LongCommonName","AnswerListId","AnswerListName","AnswerListLinkType","ApplicableContext"
            "X3-7","Mood of patient","LL1-1","Moods","NORMATIVE",""
            """,
            LoincFiles.HIERARCHY, """
            "PATH_TO_ROOT","SEQUENCE","IMMEDIATE_PARENT","CODE","CODE_TEXT"
            "","1","","LP9-9","{component}"
            "LP9-9","1","LP9-9","LP4-4","Solids"
            "LP9-9.LP4-4","1","LP4-4","LP1-1","Sugar"
            "LP9-9.LP4-4.LP1-1","1","LP1-1","X1-1","Sugar Bld"
            "LP9-9.LP4-4","2","LP4-4","X2-9","Salt Bld"
            """,
            LoincFiles.GROUP_TERMS, """
            "Category","GroupId","Archetype","LoincNumber","LongCommonName"
            "Flowsheet","LG1-1","","X1-1","Sugar [Conc] in Blood"
            """,
            LoincFiles.VARIANTS + "/LinguisticVariants.csv", """
            "ID","ISO_LANGUAGE","ISO_COUNTRY","LANGUAGE_NAME","PRODUCER"
            "7","nb","NO","Norwegian","Nobody"
            "8","xx","","Not there","Nobody"
            """,
            LoincFiles.VARIANTS + "/nbNO7LinguisticVariant.csv", """
            "LOINC_NUM","COMPONENT","SHORTNAME","LONG_COMMON_NAME","RELATEDNAMES2","LinguisticVariantDisplayName"
            "X1-1","Sukker","","Sukker [kons] i blod","","Blodsukker"
            "X9-9","Ukjent","","Ukjent","",""
            """);

    /** Writes the release into a directory. */
    public static Path into(Path directory) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        return directory;
    }

    /** Writes the release into a zip archive, below a directory as the published ones have it. */
    public static Path zipped(Path archive) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            into(zip.getPath("/Loinc_9.10"));
        }
        return archive;
    }
}
