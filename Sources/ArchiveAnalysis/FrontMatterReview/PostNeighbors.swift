internal import ArticleAnalysis
internal import ArticleSource

/// Finds for each post of an archive those whose words are most like its own.
///
/// Posts are compared by the cosine of their words, weighed by how seldom posts hold them (tf-idf; Salton and Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988). Each keeps its weightiest words, and words that many
/// posts hold are passed over, so that each post meets few others.
struct PostNeighbors {
  /// Words that each post keeps.
  private static let wordCount = 40
  /// Words in more than this share of posts tell nothing.
  private static let commonShare = 0.2
  /// Neighbours of a post.
  static let count = 15

  /// For each post its neighbours, the nearest first.
  let neighbors: [[Int]]

  /// Compares `posts`.
  /// - Complexity: O(*n* · *w* · *c*) for *n* posts with *w* words that each stand in *c* posts.
  init(_ posts: [ReviewedPost]) {
    var holders: [UInt64: Int] = [:]
    for post in posts { for entry in post.words { holders[entry.word, default: 0] += 1 } }
    let most = max(2, Int(Double(posts.count) * Self.commonShare))
    var vectors: [[(word: UInt64, weight: Double)]] = []
    for post in posts {
      var vector = post.words.compactMap { entry -> (word: UInt64, weight: Double)? in
        guard let count = holders[entry.word], count > 1, count <= most else { return nil }
        return (entry.word, (1 + logarithm(Double(entry.count))) * logarithm(Double(posts.count) / Double(count)))
      }
      vector.sort { ($1.weight, $0.word) < ($0.weight, $1.word) }
      vector = Array(vector.prefix(Self.wordCount))
      let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      vectors.append(length > 0 ? vector.map { ($0.word, $0.weight / length) } : [])
    }
    var postings: [UInt64: [(post: Int, weight: Double)]] = [:]
    for (index, vector) in vectors.enumerated() {
      for entry in vector { postings[entry.word, default: []].append((index, entry.weight)) }
    }
    var scores = [Double](repeating: 0, count: posts.count)
    neighbors = vectors.indices.map { index in
      var met: [Int] = []
      for entry in vectors[index] {
        for other in postings[entry.word] ?? [] where other.post != index {
          if scores[other.post] == 0 { met.append(other.post) }
          scores[other.post] += entry.weight * other.weight
        }
      }
      let nearest = met.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(Self.count)
      for post in met { scores[post] = 0 }
      return Array(nearest)
    }
  }
}

/// The natural logarithm, by the standard library alone: the exponent, and the series of artanh for the rest.
private func logarithm(_ value: Double) -> Double {
  guard value > 0 else { return 0 }
  let ratio = (value.significand - 1) / (value.significand + 1)
  var (term, sum, power) = (ratio, 0.0, 1.0)
  while power < 40 {
    sum += term / power
    term *= ratio * ratio
    power += 2
  }
  return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}

/// Finds categories whose posts are about something else than the post.
struct CategoryReview {
  private let posts: [ReviewedPost]
  private let settings: FrontMatterReviewSettings
  private let neighbors: [[Int]]

  /// Posts that a category must have for its absence among the neighbours to mean something.
  private static let fewestPosts = 10
  /// The share of the neighbours that must agree on another category.
  private static let agreement = 0.8

  init(_ posts: [ReviewedPost], _ neighbors: PostNeighbors, _ settings: FrontMatterReviewSettings) {
    (self.posts, self.settings, self.neighbors) = (posts, settings, neighbors.neighbors)
  }

  func add(to found: inout [[FrontMatterFinding]]) {
    var counts: [String: Int] = [:]
    for post in posts { for category in post.matter?.categories ?? [] { counts[category, default: 0] += 1 } }
    for (index, post) in posts.enumerated() {
      guard let own = post.matter?.categories, !own.isEmpty, neighbors[index].count == PostNeighbors.count,
        own.allSatisfy({ counts[$0] ?? 0 >= Self.fewestPosts }), let place = post.positions[.categories]
      else { continue }
      var votes: [String: Int] = [:]
      for other in neighbors[index] {
        for category in posts[other].matter?.categories ?? [] { votes[category, default: 0] += 1 }
      }
      guard own.allSatisfy({ votes[$0] == nil }),
        let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        Double(best.value) >= Self.agreement * Double(PostNeighbors.count)
      else { continue }
      let message =
        "内容の近い\(PostNeighbors.count)件の記事に、カテゴリー「\(own.joined(separator: "」「"))」のものはありません。\(best.value)件は「\(best.key)」です。分類を確かめてください。"
      found[index] += [ReviewedPost.finding(.categoryImplausible, message, at: place, settings)].compactMap { $0 }
    }
  }
}
