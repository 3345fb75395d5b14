/// A sickness as a company tells it.
struct ToldSpell {
  /// Index into the company's own jobs.
  var job: Int
  var first: Int32
  var last: Int32
  /// The last day that was so; before `first` where nobody was sick.
  var trueLast: Int32
  var falseBy: Scheme?
  /// A shift made up for the spell, in minutes since 1970.
  var madeUpShift: Range<Int32>?
  /// The day on which it is billed whatever the habit, else −1.
  var billedOn: Int32 = -1
  /// The job whose holder is said to have stood in.
  var standIn: Int?

  /// Sick days of the chain before this spell.
  var daysBefore: Int32 = 0
  var isRelapse = false
  /// Whether a claim follows: it can come in before the extract, and a shift was lost.
  var isClaimed = false
  /// Days from the usual billing day, or from the sickness, to the bill.
  var billingDelay: Int32 = 0
  var shifts: Range<Int> = 0..<0

  init(job: Int, first: Int32, last: Int32) {
    self.job = job
    self.first = first
    self.last = last
    trueLast = last
  }

  /// The last day that sick pay is due for: day 14 of the chain.
  var lastPaid: Int32 { min(last, first + 13 - daysBefore) }
}
