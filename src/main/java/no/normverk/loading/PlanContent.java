package no.normverk.loading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.normverk.fhir.plans.ActivityDefinitionWriter;
import no.normverk.fhir.plans.PlanDefinitionWriter;
import no.normverk.fhir.resource.ResourceDocument;
import no.normverk.plans.GuidingPlan;
import no.normverk.plans.PlanReader;

/** The folder {@code plans}: guiding plans as YAML, served as PlanDefinitions and ActivityDefinitions. */
public final class PlanContent implements AuthoredContent {

    @Override
    public String folder() {
        return "plans";
    }

    @Override
    public List<ResourceDocument> read(Path folder) throws IOException {
        return PlanReader.read(folder).all().stream()
                .flatMap(PlanContent::resources)
                .map(ResourceDocument::of)
                .toList();
   }

    private static Stream<ObjectNode> resources(GuidingPlan plan) {
        return Stream.concat(Stream.of(PlanDefinitionWriter.write(plan)), ActivityDefinitionWriter.write(plan).stream());
    }
}
