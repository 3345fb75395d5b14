"""The time and memory that stages of one process take."""
import resource
import time


class Stages:
    def __init__(self, system, version):
        self.system, self.version = system, version
        self.start = time.perf_counter()
        self.stages, self.counts = {}, {}

    def end(self, name):
        """Seconds since the start, and the process's peak memory so far in bytes."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        self.stages[name] = {"seconds": time.perf_counter() - self.start, "peakBytes": peak}

    def count(self, names, values):
        self.counts |= dict(zip(names, values, strict=True))

    def report(self):
        return {
            "system": self.system, "version": self.version, "stages": self.stages,
            "counts": self.counts,
        }
