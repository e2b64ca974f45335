package no.normverk.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingCodeSystemTest {

    /** A method that is forgotten here would answer by its default, as if the version had nothing of the kind. A view is no other spelling: {@code original} is its own. */
    @Test
    void aViewForwardsEverythingThatAVersionIsAskedFor() {
        List<String> forgotten = Arrays.stream(CodeSystemVersion.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !method.getName().equals("original"))
                .filter(method -> !isDeclared(method))
                .map(Method::toString)
                .toList();
        assertThat(forgotten).isEmpty();
    }

    private static boolean isDeclared(Method method) {
        return Arrays.stream(ForwardingCodeSystem.class.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
