/// What a review found: `rätt`, `fel` or `återkrav`.
public enum ReviewOutcome: Int32, CodedCell { case right, wrong, recovery }

/// Why an ärende was reviewed: `risk` or `slump`.
public enum ReviewSelection: Int32, CodedCell { case risk, random }
