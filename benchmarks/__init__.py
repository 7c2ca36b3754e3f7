"""Speed and memory, each measured against a limit taken in the same run. ``python -m benchmarks`` runs all."""
