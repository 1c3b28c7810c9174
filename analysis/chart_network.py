"""A table of links comes in; a Chart of who stands with whom goes out: circles, lines and names that do not touch.

networkx is loaded where it is used: it costs every notebook a second and one chart needs it.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.chart_boxes import around, frame_of, inside, on_sheet, touch
from analysis.chart_drawing import drawing_function
from analysis.chart_labels import beside
from analysis.chart_letters import inches, line_count, wrap
from analysis.chart_sheet import Mark, sheet
from analysis.chart_style import COLOURS, GREY, colours_of
from analysis.chart_tables import texts
from analysis.chart_words import more_rows, word
from analysis.notation import number


@dataclass(frozen=True)
class _Node:
    """A circle on the axes: its name, its place, its area in square points, its colour."""

    name: str
    place: np.ndarray  # x, y
    area: float
    colour: str


@drawing_function
def network(
    table,
    source,
    target,
    *,
    title,
    note,
    weight=None,
    nodes=None,
    name="name",
    size="size",
    group=None,
    order=(),
    counted="",
    top=30,
    empty="",
    lang=None,
):
    """Who stands with whom: circles by `size`, lines by `weight`, names beside them without touching. Returns a Chart.

    table: one row a link. nodes: optional table with `name`, `size`, `group` columns; else a node's size is the sum of
    its links. Only the `top` strongest nodes are drawn that have a link among them. order: groups that keep their
    colour in every chart. counted: what sizes and weights are numbers of; the key says what the largest and the
    thickest mean. The places come from a fixed start, equal on every run.
    """
    graph = _graph(texts(table[source]), texts(table[target]), table[weight] if weight else [1] * len(table))
    strength = dict(graph.degree(weight="weight"))
    kept = _linked(graph, sorted(graph, key=lambda n: (-strength[n], n))[:top])
    if not kept:
        return None
    sizes = strength if nodes is None else _of_nodes(nodes, name, size)
    groups = {} if nodes is None or not group else _of_nodes(nodes, name, group)
    colours = colours_of((groups[n] for n in kept if n in groups), order)
    key = [Mark(str(group), colour, "marker") for group, colour in colours.items()]
    key += _size_key(graph.subgraph(kept), [sizes.get(n, 1) for n in kept], counted, lang)
    more = more_rows(len(kept), len(graph), lang, "names")
    figure = sheet(min(5.2, 1.4 + 0.25 * len(kept)), title, note, key, more)
    axes = figure.add_subplot()
    axes.set_axis_off()
    links = _ordered(graph.subgraph(kept), kept)
    shown = _nodes(kept, _places(links, kept), sizes, {n: colours.get(groups.get(n), COLOURS[0]) for n in kept})
    _draw_links(axes, links, {node.name: node.place for node in shown})
    _draw_nodes(axes, shown)
    figure.draw_without_rendering()
    _name_nodes(axes, shown)
    return figure, table[texts(table[source]).isin(kept) & texts(table[target]).isin(kept)]


def _of_nodes(nodes, name, column):
    return dict(zip(texts(nodes[name]), nodes[column], strict=True))


def _size_key(graph, sizes, counted, lang):
    """The Marks that say what the largest circle and the thickest line stand for: "largest circle, articles: 5"."""
    heaviest = max((link["weight"] for *_ends, link in graph.edges(data=True)), default=1)
    circle, line = {"kind": "marker", "size": 10}, {"kind": "line", "size": 3.5}
    looks, of = (("largest", max(sizes), circle), ("thickest", heaviest, line)), f", {counted}" if counted else ""
    return [Mark(f"{word(key, lang)}{of}: {number(most, lang)}", GREY, **look) for key, most, look in looks]


# ------------------------------------------------------------------------------------------------------------ the graph
def _linked(graph, names):
    """Those of the names that have a link to another of them: one alone would look as if it had none at all."""
    return [name for name in names if any(other in graph[name] for other in names)]


def _graph(sources, targets, weights):
    """The links as a graph, those between the same two added up; nobody stands with himself."""
    import networkx

    graph = networkx.Graph()
    for one, other, weight in zip(sources, targets, weights, strict=True):
        if one != other and pd.notna(weight):
            known = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=float(weight) + known)
    return graph


def _ordered(graph, kept):
    """The same graph built in the order of its names: layouts and drawings follow the order of building."""
    import networkx

    ordered = networkx.Graph()
    ordered.add_nodes_from(kept)
    ordered.add_edges_from(sorted((min(a, b), max(a, b), link) for a, b, link in graph.edges(data=True)))
    return ordered


def _places(graph, kept):
    """Where each node stands: distances on the sheet follow the number of links between two; equal on every run.

    Separate groups are tied to the strongest node for this purpose, or they would drift to the edges.
    """
    import networkx

    tied = graph.copy()
    for part in networkx.connected_components(graph):
        if kept[0] not in part:
            tied.add_edge(kept[0], next(n for n in kept if n in part))
    circle = networkx.circular_layout(kept)
    return networkx.kamada_kawai_layout(tied, pos=circle, weight=None) if len(kept) > 2 else circle


def _nodes(kept, places, sizes, colours):
    """The circles: the largest has 13 times the area of one of size 0."""
    largest = max(float(sizes.get(n, 1)) for n in kept) or 1
    return [_Node(n, places[n], 20 + 240 * float(sizes.get(n, 1)) / largest, colours[n]) for n in kept]


# ---------------------------------------------------------------------------------------------------------- the drawing
def _draw_links(axes, graph, places):
    """A line a link, as wide as it is heavy."""
    heaviest = max((link["weight"] for *_ends, link in graph.edges(data=True)), default=1)
    for one, other, link in graph.edges(data=True):
        xs, ys = zip(places[one], places[other], strict=True)
        wide = 0.5 + 3 * link["weight"] / heaviest
        axes.plot(xs, ys, color="#A9B3BC", lw=wide, zorder=1, solid_capstyle="round")


def _draw_nodes(axes, nodes):
    xs, ys = zip(*(node.place for node in nodes), strict=True)
    look = {"s": [node.area for node in nodes], "color": [node.colour for node in nodes]}
    axes.scatter(xs, ys, edgecolor="white", lw=0.8, zorder=2, **look)
    axes.margins(0.13, 0.07)


def _name_nodes(axes, nodes, size=7.2):
    """Name every node around its circle, at the first place that is free or else the least crowded."""
    at, frame = on_sheet(axes, np.array([node.place for node in nodes])), frame_of(axes)
    radius = [math.sqrt(node.area / math.pi) / 72 for node in nodes]
    taken = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(at, radius, strict=True)]
    look = {"size": size, "ha": "center", "linespacing": 1.1, "zorder": 3}
    for i, (node, (x, y), r) in enumerate(zip(nodes, at, radius, strict=True)):
        text = wrap(node.name, 1.5, size, lines=2)
        wide, high = max(inches(t, size) for t in text.split("\n")) + 0.03, 0.13 * line_count(text)
        spots = _spots(r, wide, high)
        boxes = [around(x + dx, y + dy, wide, high) for dx, dy in spots]
        others = taken[:i] + taken[i + 1 :]
        best = min(range(len(spots)), key=lambda spot: _crowd(boxes[spot], others, frame))
        taken.append(boxes[best])
        behind = {"boxstyle": "square,pad=.05", "fc": "white", "ec": "none", "alpha": 0.75}
        beside(axes, text, node.place, [72 * d for d in spots[best]], bbox=behind, **look)


def _spots(r, wide, high):
    """Where a name may stand around a circle of radius r, as (across, up) in inches: above first, corners last."""
    above, aside = r + high / 2 + 0.01, r + wide / 2 + 0.02
    corners = [(dx * (r + wide / 2), dy * (r + high)) for dx in (-0.8, 0.8) for dy in (-0.8, 0.8)]
    return [(0, above), (0, -above), (aside, 0), (-aside, 0), *corners]


def _crowd(box, others, frame):
    """How bad a place is: names and circles it touches, and much worse, the edge of the sheet."""
    return sum(touch(box, other) for other in others) + 3 * (not inside(box, frame))
