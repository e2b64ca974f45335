package no.normverk.fhir.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.normverk.fhir.resource.Search;
import no.normverk.fhir.resource.Search.Criterion;
import no.normverk.fhir.resource.Search.Order;
import no.normverk.fhir.resource.SearchParameter;
import no.normverk.fhir.resource.SearchParameters;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was asked over HTTP. Parameters that are not known are left out, and the links show which were used, unless the caller prefers strict
 * handling (FHIR R4, 3.1.1.2).
 */
final class SearchQuery {

    private static final int DEFAULT_COUNT = 50;
    private static final int MAX_COUNT = 1000;
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty", "_summary", "_elements");

    private final Search search;
    private final boolean totalWanted;
    private final List<Map.Entry<String, String>> used;

    private SearchQuery(Search search, boolean totalWanted, List<Map.Entry<String, String>> used) {
        this.search = search;
        this.totalWanted = totalWanted;
        this.used = used;
    }

    /**
     * Reads the query.
     *
     * @throws Problem 400 for a value that cannot be used and, when the caller is strict, for an unknown parameter
     */
    static SearchQuery of(FhirHttpRequest request, String type, SearchParameters parameters, Rendering rendering) {
        Reader reader = new Reader(type, parameters, isStrict(request));
        request.getParameterMap().forEach(reader::read);
        boolean countOnly = rendering.summary() == Rendering.Summary.COUNT;
        Search search = new Search(reader.criteria, reader.orders, reader.offset, countOnly ? 0 : reader.count);
        return new SearchQuery(search, reader.totalWanted, reader.used);
    }

    private static boolean isStrict(FhirHttpRequest request) {
        String prefer = request.getHeader("Prefer");
        return prefer != null && prefer.replace(" ", "").contains("handling=strict");
    }

    Search search() {
        return search;
    }

    boolean isTotalWanted() {
        return totalWanted;
    }

    /** The URL of a page, with the parameters that were used. */
    String link(String url, int offset) {
        StringBuilder link = new StringBuilder(url).append('?');
        for (Map.Entry<String, String> parameter : used) {
            link.append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue())).append('&');
        }
        link.append("_count=").append(search.count());
        return offset == 0 ? link.toString() : link.append("&_offset=").append(offset).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":").replace("%2F", "/").replace("%2C", ",");
    }

    /** Takes the query apart, parameter by parameter. */
    private static final class Reader {
        private final String type;
        private final SearchParameters parameters;
        private final boolean strict;
        private final List<Criterion> criteria = new ArrayList<>();
        private final List<Order> orders = new ArrayList<>();
        private final List<Map.Entry<String, String>> used = new ArrayList<>();
        private int offset;
        private int count = DEFAULT_COUNT;
        private boolean totalWanted = true;

        Reader(String type, SearchParameters parameters, boolean strict) {
            this.type = type;
            this.parameters = parameters;
            this.strict = strict;
        }

        void read(String name, String[] values) {
            for (String value : values) {
                switch (name) {
                    case "_count" -> count = Math.min(MAX_COUNT, number(name, value));
                    case "_offset" -> offset = number(name, value);
                    case "_sort" -> sort(value);
                    case "_total" -> total(value);
                    default -> criterion(name, value);
                }
            }
        }

        private static int number(String name, String value) {
            try {
                int number = Integer.parseInt(value);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw Problem.badParameter(name, value, "a number from 0 to " + Integer.MAX_VALUE);
        }

        private void total(String value) {
            switch (value) {
                case "none" -> totalWanted = false;
                case "estimate", "accurate" -> totalWanted = true;
                default -> throw Problem.badParameter("_total", value, "none, estimate or accurate");
            }
            used.add(Map.entry("_total", value));
        }

        private void sort(String value) {
            List<String> keys = new ArrayList<>();
            for (String key : value.split(",")) {
                String name = key.startsWith("-") ? key.substring(1) : key;
                SearchParameter parameter = parameters.find(type, name);
                if (parameter != null && parameter.kind() != SearchParameter.Kind.COMPOSITE) {
                    orders.add(new Order(parameter, key.startsWith("-")));
                    keys.add(key);
                } else if (strict) {
                    throw Problem.badParameter("_sort", value, "names of search parameters of " + type + " that have an order, '" + name + "' is none");
                }
            }
            if (!keys.isEmpty()) {
                used.add(Map.entry("_sort", String.join(",", keys)));
            }
        }

        private void criterion(String name, String value) {
            if (OF_THE_ANSWER.contains(name)) {
                used.add(Map.entry(name, value));
                return;
            }
            int colon = name.indexOf(':');
            SearchParameter parameter = parameters.find(type, colon < 0 ? name : name.substring(0, colon));
            String modifier = colon < 0 ? null : name.substring(colon + 1);
            if (parameter == null || value.isEmpty()) {
                refuse(name, parameter, value);
                return;
            }
            criteria.add(new Criterion(parameter, modifier, alternatives(value)));
            used.add(Map.entry(name, value));
        }

        private void refuse(String name, @Nullable SearchParameter parameter, String value) {
            if (!strict) {
                return;
            }
            if (parameter != null) {
                throw Problem.badParameter(name, value, "a value");
            }
            String known = parameters.of(type).stream().map(SearchParameter::name).collect(Collectors.joining(", "));
            throw new Problem(
                    400,
                    "not-supported",
                    "search parameter '" + name + "' is not known on " + type + ", known are " + known,
                    name,
                    Map.of());
        }

        /** Splits at commas that are not escaped. */
        private static List<String> alternatives(String value) {
            List<String> alternatives = new ArrayList<>(1);
            int start = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == ',') {
                    alternatives.add(value.substring(start, i));
                    start = i + 1;
                }
            }
            alternatives.add(value.substring(start));
            return alternatives;
        }
    }
}
