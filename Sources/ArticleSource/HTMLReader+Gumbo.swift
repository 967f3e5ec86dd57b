internal import CGumbo

/// The tree that gumbo builds of a page, read in the order of the source.
enum HTMLTree {
  /// Reads the text that lies in `content`; answers `false`, and reads nothing, where the tree does not keep the
  /// order of the source: HTML moves text that stands between the rows of a table before the table.
  static func read(
    _ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>, _ content: [Range<Int>], _ flow: inout HTMLFlow,
    _ builder: inout ProseBuilder
  ) -> Bool {
    guard let base = source.baseAddress, !body.isEmpty else { return true }
    var options = kGumboDefaultOptions
    options.max_errors = 0
    let start = UnsafeRawPointer(base + body.lowerBound).assumingMemoryBound(to: CChar.self)
    // SAFETY: the tree points into the source, which outlives this call; the tree is freed before it returns, and no
    // pointer into it is kept.
    guard let output = gumbo_parse_with_options(&options, start, body.count) else { return false }
    defer { gumbo_destroy_output(&options, output) }
    guard let root = output.pointee.root else { return true }
    let walk = HTMLTreeWalk(source: source, content: content, root: root)
    guard walk.keepsOrder() else { return false }
    walk.read(&flow, &builder)
    return true
  }
}

/// Walks a tree from node to node without a stack.
private struct HTMLTreeWalk {
  let source: UnsafeBufferPointer<UInt8>
  let content: [Range<Int>]
  let root: UnsafeMutablePointer<GumboNode>

  /// Whether the texts of the tree stand in the order of the source.
  func keepsOrder() -> Bool {
    var last = 0
    return walk(
      enter: { node in
        guard let text = text(of: node) else { return true }
        guard text.lowerBound >= last else { return nil }
        last = text.upperBound
        return true
      }, leave: { _ in })
  }

  /// Hands elements and texts to `flow`.
  func read(_ flow: inout HTMLFlow, _ builder: inout ProseBuilder) {
    var region = 0
    _ = walk(
      enter: { node in
        if let (name, attributes) = element(of: node) { return flow.open(name, attributes, &builder) }
        guard let text = text(of: node) else { return true }
        while region < content.count && content[region].upperBound <= text.lowerBound { region += 1 }
        if region < content.count && content[region].lowerBound <= text.lowerBound {
          read(text, &flow, &builder)
        }
        return true
      },
      leave: { node in
        if let (name, _) = element(of: node) { flow.close(name, &builder) }
      })
  }

  /// Hands a text to `flow`, without the tags that gumbo ignored in it.
  private func read(_ text: Range<Int>, _ flow: inout HTMLFlow, _ builder: inout ProseBuilder) {
    var tokens = HTMLTokenizer(source, text)
    while let token = tokens.next() {
      if case .text(let range) = token { flow.encodedText(range, &builder) }
    }
  }

  /// Visits all nodes; `enter` answers whether to visit those inside, or `nil` to stop. Answers whether none stopped.
  private func walk(
    enter: (UnsafeMutablePointer<GumboNode>) -> Bool?, leave: (UnsafeMutablePointer<GumboNode>) -> Void
  ) -> Bool {
    var node = root
    while true {
      guard let isOpen = enter(node) else { return false }
      if isOpen, let child = child(0, of: node) {
        node = child
        continue
      }
      if isOpen { leave(node) }
      while true {
        guard node != root, let parent = node.pointee.parent else { return true }
        if let next = child(node.pointee.index_within_parent + 1, of: parent) {
          node = next
          break
        }
        leave(parent)
        node = parent
      }
    }
  }

  private func isElement(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
    node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
  }

  private func child(_ index: Int, of node: UnsafeMutablePointer<GumboNode>) -> UnsafeMutablePointer<GumboNode>? {
    guard isElement(node) else { return nil }
    let children = node.pointee.v.element.children
    guard index < Int(children.length), let child = children.data[index] else { return nil }
    return child.assumingMemoryBound(to: GumboNode.self)
  }

  /// The name and the place of the attributes of an element that has a tag in the source.
  private func element(of node: UnsafeMutablePointer<GumboNode>) -> (HTMLName, Range<Int>)? {
    guard isElement(node), let tag = place(of: node.pointee.v.element.original_tag), tag.count > 2 else { return nil }
    let (name, end) = HTMLName.read(source, tag.lowerBound + 1, tag.upperBound)
    return (name, end..<max(end, tag.upperBound - 1))
  }

  /// The place of a text.
  private func text(of node: UnsafeMutablePointer<GumboNode>) -> Range<Int>? {
    let type = node.pointee.type
    guard type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE else { return nil }
    return place(of: node.pointee.v.text.original_text)
  }

  private func place(of piece: GumboStringPiece) -> Range<Int>? {
    guard let data = piece.data, let base = source.baseAddress, piece.length > 0 else { return nil }
    let offset = UnsafeRawPointer(data) - UnsafeRawPointer(base)
    guard offset >= 0, offset <= source.count - piece.length else { return nil }
    return offset..<offset + piece.length
  }
}
