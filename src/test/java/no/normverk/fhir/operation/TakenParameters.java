package no.normverk.fhir.operation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parameters an operation takes, read from its compiled code: the texts with which {@link Arguments} and {@link Inputs} are asked in all methods that its answer can reach. A name that a method is handed by
 * its caller counts where the caller says it.
 */
final class TakenParameters {

    private static final Set<String> READERS = Set.of(internal(Arguments.class), internal(Inputs.class));
    private static final String ROOM = "no/normverk/fhir/";

    private record Method(String owner, String name, String type) {}

    /** A call, with the texts that were loaded since the call before. */
    private record Call(Method callee, List<String> texts) {}

    private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
    private final Map<Method, List<Call>> calls = new HashMap<>();

    static Set<String> of(Class<?> operation) {
        return new TakenParameters().from(operation);
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private Set<String> from(Class<?> operation) {
        Set<Method> reached = new HashSet<>();
        for (Class<?> type = operation; type != Object.class; type = type.getSuperclass()) {
            String owner = internal(type);
            model(owner).orElseThrow().methods().stream()
                    .filter(method -> method.methodName().equalsString("answer"))
                    .forEach(method -> reach(new Method(owner, "answer", method.methodType().stringValue()), reached));
        }
        Set<Method> handed = handedNames(reached);
        Set<String> names = new TreeSet<>();
        for (Method method : reached) {
            for (Call call : callsOf(method)) {
                if (texts(call.callee) > 0 && call.texts.size() >= texts(call.callee) && (isReader(call.callee) || handed.contains(declared(call.callee)))) {
                    names.add(call.texts.getFirst());
                }
            }
        }
        return names;
    }

    /** The methods that ask with a name their caller gave, directly or by handing it on. */
    private Set<Method> handedNames(Set<Method> reached) {
        Set<Method> handed = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Method method : reached) {
                boolean hands = texts(method) > 0 && callsOf(method).stream()
                        .anyMatch(call -> call.texts.size() < texts(call.callee) && (isReader(call.callee) || handed.contains(declared(call.callee))));
                grown |= hands && handed.add(method);
            }
        }
        return handed;
    }

    /** How many texts a method takes: its caller has as many at hand when it names them all. */
    private static int texts(Method method) {
        return method.type.substring(0, method.type.indexOf(')')).split("Ljava/lang/String;", -1).length - 1;
    }

    /** What makes a refusal takes the name of a parameter too, but does not read it. */
    private static boolean isReader(Method method) {
        return READERS.contains(method.owner) && method.type.startsWith("(Ljava/lang/String;") && !method.type.endsWith("Exception;");
    }

    private void reach(Method method, Set<Method> reached) {
        Method declared = declared(method);
        if (READERS.contains(declared.owner) || !reached.add(declared)) {
            return;
        }
        callsOf(declared).forEach(call -> reach(call.callee, reached));
    }

    /** The method where it has its code: in the class named or one above it. */
    private Method declared(Method method) {
        Optional<ClassModel> owner = model(method.owner);
        while (owner.isPresent()) {
            ClassModel type = owner.get();
            if (find(type, method).isPresent()) {
                return new Method(type.thisClass().asInternalName(), method.name, method.type);
            }
            owner = type.superclass().flatMap(above -> model(above.asInternalName()));
        }
        return method;
    }

    private static Optional<MethodModel> find(ClassModel type, Method method) {
        return type.methods().stream()
                .filter(each -> each.methodName().equalsString(method.name) && each.methodType().equalsString(method.type))
                .findFirst();
    }

    private List<Call> callsOf(Method method) {
        return calls.computeIfAbsent(method, key -> model(key.owner)
                .flatMap(type -> find(type, key))
                .flatMap(MethodModel::code)
                .map(TakenParameters::calls)
                .orElse(List.of()));
    }

    private static List<Call> calls(CodeModel code) {
        List<Call> calls = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (CodeElement element : code) {
            switch (element) {
                case ConstantInstruction constant when constant.constantValue() instanceof String text -> texts.add(text);
                case InvokeInstruction invoked -> {
                    Method callee = new Method(
                            invoked.owner().asInternalName(), invoked.name().stringValue(), invoked.type().stringValue());
                    calls.add(new Call(callee, List.copyOf(texts)));
                    texts.clear();
                }
                case InvokeDynamicInstruction dynamic -> dynamic.bootstrapArgs().forEach(argument -> {
                    if (argument instanceof DirectMethodHandleDesc handle) {
                        String owner = handle.owner().descriptorString();
                        calls.add(new Call(
                                new Method(owner.substring(1, owner.length() - 1), handle.methodName(), handle.lookupDescriptor()), List.of()));
                    }
                });
                default -> {}
            }
        }
        return calls;
    }

    private Optional<ClassModel> model(String owner) {
        return owner.startsWith(ROOM) ? classes.computeIfAbsent(owner, TakenParameters::read) : Optional.empty();
    }

    private static Optional<ClassModel> read(String owner) {
        try (InputStream bytes = TakenParameters.class.getResourceAsStream("/" + owner + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
