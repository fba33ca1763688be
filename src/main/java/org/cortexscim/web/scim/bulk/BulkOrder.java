package org.cortexscim.web.scim.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order in which the operations of a bulk request are carried out: that of the request, except that a resource is
 * created before others refer to it. Operations that refer to each other in a cycle are one step; they are the strongly
 * connected components of the references, found by Tarjan's algorithm in time linear to their number.
 */
final class BulkOrder {
    private final List<BulkOperation> operations;

    /** By the operation's number, the numbers of those that it refers to. */
    private final List<List<Integer>> references;

    private final int[] index;
    private final int[] low;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private int visited;

    /**
     * Operations that are carried out together.
     *
     * @param cyclic whether they refer to each other, or one to itself
     */
    record Step(List<BulkOperation> operations, boolean cyclic) {}

    private BulkOrder(List<BulkOperation> operations) {
        this.operations = operations;
        Map<String, Integer> makers = new HashMap<>();
        operations.forEach(operation -> operation.makes().ifPresent(bulkId -> makers.put(bulkId, operation.number())));
        references = operations.stream()
                .map(operation -> BulkReferences.in(operation).stream()
                        .flatMap(bulkId -> Stream.ofNullable(makers.get(bulkId)))
                        .toList())
                .toList();
        index = new int[operations.size()];
        low = new int[operations.size()];
        open = new boolean[operations.size()];
    }

    /** The steps of a request whose operations are numbered from 0. */
    static List<Step> of(List<BulkOperation> operations) {
        BulkOrder order = new BulkOrder(operations);
        IntStream.range(0, operations.size())
                .filter(number -> order.index[number] == 0)
                .forEach(order::visit);
        return order.sorted();
    }

    /** Tarjan's visit; a request has too few operations for the depth to matter. */
    private void visit(int number) {
        index[number] = ++visited;
        low[number] = visited;
        open[number] = true;
        path.push(number);
        for (int referred : references.get(number)) {
            if (index[referred] == 0) {
                visit(referred);
                low[number] = Math.min(low[number], low[referred]);
            } else if (open[referred]) {
                low[number] = Math.min(low[number], index[referred]);
            }
        }
        if (low[number] == index[number]) {
            steps.add(component(number));
        }
    }

    private Step component(int root) {
        List<BulkOperation> members = new ArrayList<>();
        int member;
        do {
            member = path.pop();
            open[member] = false;
            members.add(operations.get(member));
        } while (member != root);
        members.sort(Comparator.comparingInt(BulkOperation::number));
        return new Step(members, members.size() > 1 || references.get(root).contains(root));
    }

    /** Of the steps that wait for no other one, the first of the request is next; those in a cycle come last. */
    private List<Step> sorted() {
        int[] stepOf = new int[operations.size()];
        IntStream.range(0, steps.size())
                .forEach(step -> steps.get(step).operations().forEach(each -> stepOf[each.number()] = step));
        int[] waiting = new int[steps.size()];
        List<List<Integer>> waiters =
                steps.stream().<List<Integer>>map(step -> new ArrayList<>()).toList();
        for (BulkOperation operation : operations) {
            int step = stepOf[operation.number()];
            for (int referred : references.get(operation.number())) {
                if (stepOf[referred] != step) {
                    waiting[step]++;
                    waiters.get(stepOf[referred]).add(step);
                }
            }
        }
        Queue<Integer> ready = new PriorityQueue<>(Comparator.<Integer, Boolean>comparing(
                        step -> steps.get(step).cyclic())
                .thenComparing(step -> steps.get(step).operations().get(0).number()));
        IntStream.range(0, steps.size()).filter(step -> waiting[step] == 0).forEach(ready::add);
        List<Step> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            int step = ready.remove();
            sorted.add(steps.get(step));
            waiters.get(step).stream().filter(waiter -> --waiting[waiter] == 0).forEach(ready::add);
        }
        return sorted;
    }
}
