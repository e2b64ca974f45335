package no.normverk.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of organisation, and which of them are the same organisations. They overlap and are not one tree, so each is
 * understood as the set of its <em>atoms</em>: the types that are not taken apart further. {@code spesialisthelsetjenesten} is
 * {@code helseforetak}, {@code private-sykehus} and {@code avtalespesialister}; {@code apotek} is {@code apotek-multidose} and
 * the other pharmacies, which have no code but its own. An obligation on one type binds the atoms that it shares with another.
 * Immutable.
 */
public final class ActorTypes {

    /** No types at all. */
    public static final ActorTypes NONE = new ActorTypes(List.of());

    private final Map<String, ActorType> types = new LinkedHashMap<>();
    private final Map<String, Integer> ordinals = new LinkedHashMap<>();
    private final List<ActorType> inOrder;
    private final Map<String, BitSet> atoms = new LinkedHashMap<>();

    private ActorTypes(Collection<ActorType> given) {
        for (ActorType type : given) {
            if (types.put(type.code(), type) != null) {
                throw new IllegalArgumentException("two actor types have the code " + type.code());
            }
            ordinals.put(type.code(), ordinals.size());
        }
        inOrder = List.copyOf(types.values());
        types.keySet().forEach(code -> atoms.put(code, close(code)));
    }

    /**
     * The types of a code list.
     *
     * @throws IllegalArgumentException when two have the same code, or one includes a code that is not in the list,
     *     or a collection holds nothing
     */
    public static ActorTypes of(Collection<ActorType> types) {
        return new ActorTypes(types);
    }

    private BitSet close(String code) {
        BitSet closed = new BitSet();
        BitSet seen = new BitSet();
        List<String> open = new ArrayList<>(List.of(code));
        for (int i = 0; i < open.size(); i++) {
            ActorType type = types.get(open.get(i));
            Integer ordinal = ordinals.get(open.get(i));
            if (type == null || ordinal == null) {
                throw new IllegalArgumentException("the actor type " + code + " includes '" + open.get(i) + "', which is not in the list");
            }
            if (seen.get(ordinal)) {
                continue;
            }
            seen.set(ordinal);
            if (!type.collection() || type.includes().isEmpty()) {
                closed.set(ordinal);
            }
            open.addAll(type.includes());
        }
        if (closed.isEmpty()) {
            throw new IllegalArgumentException("the actor type " + code + " is a collection of nothing but itself");
        }
        return closed;
    }

    /** All codes, in the order of the list. */
    public Set<String> codes() {
        return types.keySet();
    }

    /** The type with the code. */
    public Optional<ActorType> find(String code) {
        return Optional.ofNullable(types.get(code));
    }

    /** How many types there are, and one more than the highest atom. */
    public int size() {
        return inOrder.size();
    }

    /** The type whose own atom this is. */
    public ActorType ofAtom(int atom) {
        return inOrder.get(atom);
    }

    /** The atoms of a type, empty for a code that is not in the list. */
    public BitSet atoms(String code) {
        BitSet found = atoms.get(code);
        return found == null ? new BitSet() : (BitSet) found.clone();
    }

    /** Whether every organisation of the inner type is one of the outer type too. */
    public boolean contains(String outer, String inner) {
        BitSet rest = atoms(inner);
        boolean known = !rest.isEmpty();
        rest.andNot(atoms(outer));
        return known && rest.isEmpty();
    }

    /** Whether some organisation may be of both types. */
    public boolean overlap(String one, String other) {
        BitSet ofOne = atoms.get(one);
        BitSet ofOther = atoms.get(other);
        return ofOne != null && ofOther != null && ofOne.intersects(ofOther);
    }

    /** The types that are something an organisation does: who asks must know which are its own. */
    public List<ActorType> roles() {
        return inOrder.stream().filter(ActorType::role).toList();
    }
}
