package no.normverk.classification;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads ClaML 2.0 (EN 14463), the form in which WHO, BfArM and others publish ICD-10: chapters, blocks and categories, their rubrics, and modifiers that add characters to the codes of categories. What
 * it all becomes is {@link ClamlClassification}'s.
 */
public final class ClamlReader {
    private final XMLStreamReader xml;
    private final ClamlContent content = new ClamlContent();
    private final Deque<ClamlContent.Entry> open = new ArrayDeque<>();
    private ClamlContent.@Nullable Rubric rubric;

    private ClamlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a file.
     *
     * @param version the version, where the file's title states none
     * @throws ClassificationException when it is not well-formed or contradicts itself
     */
    public static Classification read(byte[] file, @Nullable String version) throws ClassificationException {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            ClamlReader reader = new ClamlReader(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
            reader.read();
            return new ClamlClassification(reader.content).build(version);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
            throw new ClassificationException("Not well-formed XML: " + String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", ""), line, column);
        }
    }

    private void read() throws XMLStreamException, ClassificationException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (rubric != null) {
                        rubric.text().append(xml.getText());
                    }
                }
                default -> {}
            }
        }
    }

    private void start(String element) throws XMLStreamException, ClassificationException {
        ClamlContent.Entry entry = open.peek();
        switch (element) {
            case "Title" -> {
                content.version = attribute("version");
                content.date = attribute("date");
                content.name = attribute("name");
                content.title = xml.getElementText().strip();
            }
            case "Identifier" -> {
                content.uid = attribute("uid");
                content.authority = attribute("authority");
            }
            case "Meta" -> {
                if (entry == null && "lang".equals(attribute("name"))) {
                    content.language = attribute("value");
                }
            }
            case "Class" -> open.push(entry(required("code"), attribute("kind"), content.classes));
            case "Modifier" -> open.push(entry(required("code"), "modifier", content.modifiers));
            case "ModifierClass" ->
                open.push(entry(required("code"), required("modifier"), content.modifierClasses.computeIfAbsent(required("modifier"), none -> new LinkedHashMap<>())));
            case "SuperClass" -> above(entry).superClasses.add(required("code"));
            case "SubClass" -> above(entry).subClasses.add(required("code"));
            case "ModifiedBy" -> above(entry).modifiedBy.put(required("code"), new LinkedHashSet<>());
            case "ValidModifierClass" -> {
                Map.Entry<String, Set<String>> by = above(entry).modifiedBy.lastEntry();
                if (by == null) {
                    throw wrong("<ValidModifierClass> outside of <ModifiedBy>");
                }
                by.getValue().add(required("code"));
            }
            case "ExcludeModifier" -> above(entry).excludedModifiers.add(required("code"));
            case "Rubric" -> rubric = entry == null ? null : new ClamlContent.Rubric(required("kind"), new StringBuilder(), new ArrayList<>());
            case "Reference" -> reference();
            case "Para", "Fragment", "ListItem", "Cell" -> {
                if (rubric != null) {
                    rubric.text().append(' ');
                }
            }
            default -> {}
        }
    }

    private void reference() throws XMLStreamException {
        if (rubric == null) {
            return;
        }
        String usage = attribute("usage");
        String stated = attribute("code");
        String text = xml.getElementText().strip();
        if (usage != null) {
            rubric.references().add(new ClamlContent.Reference(usage, stated == null ? text : stated));
        }
        rubric.text().append(" (").append(text).append(") ");
    }

    private void end(String element) {
        switch (element) {
            case "Class", "Modifier", "ModifierClass" -> open.pop();
            case "Rubric" -> {
                ClamlContent.Entry entry = open.peek();
                if (entry != null && rubric != null) {
                    entry.rubrics.add(rubric);
                }
                rubric = null;
            }
            default -> {}
        }
    }

    private ClamlContent.Entry entry(String code, @Nullable String kind, Map<String, ClamlContent.Entry> among) throws ClassificationException {
        ClamlContent.Entry entry =
                new ClamlContent.Entry(code, kind, attribute("usage"), xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        ClamlContent.Entry first = among.putIfAbsent(code, entry);
        if (first != null) {
            throw wrong("The code '" + code + "' is in line " + first.line + " already");
        }
        return entry;
    }

    private ClamlContent.Entry above(ClamlContent.@Nullable Entry entry) throws ClassificationException {
        if (entry == null) {
            throw wrong("<" + xml.getLocalName() + "> outside of a class");
        }
        return entry;
    }

    private @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private String required(String name) throws ClassificationException {
        String value = attribute(name);
        if (value == null || value.isBlank()) {
            throw wrong("<" + xml.getLocalName() + "> without the attribute '" + name + "'");
        }
        return value;
    }

    private ClassificationException wrong(String reason) {
        return new ClassificationException(reason, xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
    }
}
