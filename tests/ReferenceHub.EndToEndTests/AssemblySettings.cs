// The browser and the product share few cores: one test at a time keeps their patience honest.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
