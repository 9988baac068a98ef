Console.WriteLine("Benchmarks: run with --filter");
