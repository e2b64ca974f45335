package no.normverk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says on the console which tests were left out, and why: the runner's own summary counts them, but does not name them. */
public final class LeftOut implements TestExecutionListener {

    private final List<String> reasons = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            reasons.add(test.getUniqueIdObject().getSegments().stream()
                    .filter(segment -> "class".equals(segment.getType()))
                    .map(segment -> segment.getValue())
                    .findFirst()
                    .orElse(test.getDisplayName())
                    + ", " + test.getDisplayName() + ": "
                    + result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        reasons.add(test.getDisplayName() + ": " + reason);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        reasons.forEach(reason -> System.out.println("Left out: " + reason));
    }
}
