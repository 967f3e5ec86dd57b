/// Writes HTML as bytes of UTF-8.
///
/// All text of articles goes through ``text(_:)`` or the value of an attribute, which escape it; names of elements and
/// attributes are `StaticString`, so no text of an article can ever become one. Elements are closed by the closures that
/// write what is in them, so the result is well formed.
package struct HTMLWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// An empty text.
  package init() {}

  /// Makes room for so many bytes.
  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes an element and what is in it.
  package mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element that holds a text.
  package mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes an element that has no content and no end: `meta`, `link`, `input`.
  package mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) { open(name, attributes) }

  /// Writes an element of SVG that has no content.
  package mutating func shape(_ name: StaticString, _ attributes: HTMLAttribute...) {
    open(name, attributes)
    close(name)
  }

  /// Writes a text; what HTML would take for markup is escaped.
  package mutating func text(_ text: String) { HTMLText.append(escaped: text, to: &bytes) }

  /// Writes the bytes of another writer.
  package mutating func append(_ other: HTMLWriter) { bytes.append(contentsOf: other.bytes) }

  /// Writes markup that stands in kiji's own source.
  package mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a line end, to keep what is written readable.
  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// Writes the start of an element.
  package mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    markup(name)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      markup(attribute.name)
      guard let value = attribute.value else { continue }
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      HTMLText.append(escaped: value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes the end of an element.
  package mutating func close(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    markup(name)
    bytes.append(UInt8(ascii: ">"))
  }
}

/// An attribute of an element.
package struct HTMLAttribute: Sendable {
  /// Its name, as it stands in kiji's own source.
  let name: StaticString
  /// Its value before it is escaped; `nil` for an attribute that is there or not.
  let value: String?

  /// An attribute with a value.
  package init(_ name: StaticString, _ value: String) { (self.name, self.value) = (name, value) }

  /// An attribute that is there or not, such as `hidden`.
  package init(_ name: StaticString) { (self.name, value) = (name, nil) }

  package static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute("class", names) }
  package static func id(_ id: String) -> HTMLAttribute { HTMLAttribute("id", id) }
  /// The address of one of kiji's own pages; an address that a text gives goes nowhere.
  package static func href(_ address: PageAddress) -> HTMLAttribute { HTMLAttribute("href", address.text) }
  package static func label(_ text: String) -> HTMLAttribute { HTMLAttribute("aria-label", text) }
}
