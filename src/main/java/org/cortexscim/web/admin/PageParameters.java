package org.cortexscim.web.admin;

import java.math.BigDecimal;
import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** The {@code page} and {@code pageSize} of a list, and the answer to them. */
final class PageParameters {
    private static final int MAX_SIZE = 1000;

    private PageParameters() {}

    /**
     * The page number, from 0.
     *
     * @throws ScimException invalidValue
     */
    static int page(String text) {
        return number("page", text, 0, Integer.MAX_VALUE);
    }

    /**
     * The number of items on a page, from 1 to 1000.
     *
     * @throws ScimException invalidValue
     */
    static int size(String text) {
        return number("pageSize", text, 1, MAX_SIZE);
    }

    /** The answer with one page of a list. */
    static String print(String name, List<ScimObject> items, int page, int pageSize, long total) {
        return JsonText.print(ScimObject.of(name, items)
                .with("page", BigDecimal.valueOf(page))
                .with("total", BigDecimal.valueOf(total))
                .with("totalPages", BigDecimal.valueOf((total + pageSize - 1) / pageSize)));
    }

    private static int number(String name, String text, int least, int most) {
        boolean number = text.matches("[0-9]{1,10}");
        if (!number || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw ScimException.invalidValue("'%s' must be a whole number from %d to %d.".formatted(name, least, most));
        }
        return Integer.parseInt(text);
    }
}
