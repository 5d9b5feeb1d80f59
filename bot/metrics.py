"""What the process counts of itself, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Metrics:
    """One registry a process, made by the wiring."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter("steward_updates", "Updates by outcome", labelnames=("outcome",), registry=self.registry)
        self.batch_seconds = Histogram(
            "steward_batch_seconds", "Time to handle and commit a batch", registry=self.registry
        )
        self.calls = Counter(
            "steward_calls",
            "Calls of the outbox by method and outcome",
            labelnames=("method", "outcome"),
            registry=self.registry,
        )
        self.waiting = Gauge("steward_outbox_waiting", "Outbox rows that are due", registry=self.registry)
        self.dead_letters = Gauge("steward_dead_letters", "Updates given up", registry=self.registry)
        self.jobs = Counter(
            "steward_jobs", "Job runs by outcome", labelnames=("name", "outcome"), registry=self.registry
        )

    def count_call(self, method: str, outcome: str) -> None:
        """A call of the outbox has ended."""
        self.calls.labels(method, outcome).inc()

    def page(self) -> bytes:
        """The text that /metrics shows."""
        return generate_latest(self.registry)
