package no.normverk.fhir.operation;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Asks the running server about an edition of Norwegian shape. */
@SpringBootTest(classes = NorwegianServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class NorwegianTest extends OperationTest {

    static final String SCT = "http://snomed.info/sct";
    static final String HAMMER = "1002000";
    static final String SAW = "1003000";
    static final String SLEDGE = "1004000";
    static final String PLIERS = "1005000";
    static final String OLD_HAMMER = "1006000";
    static final String HAMMER_OR_SAW = "1007000";
    static final String WOOD = "2002000";
}
