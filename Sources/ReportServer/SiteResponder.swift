import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTP1

/// Hands requests of Hummingbird to a site, and its answers back.
struct SiteResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let site: Site

  func respond(to request: Request, context: Context) async throws -> Response {
    var fields: [String: String] = [:]
    var hosts = request.head.authority.map { [$0] } ?? []
    for field in request.headers {
      let name = field.name.canonicalName
      if name == "host" { hosts.append(field.value) }
      fields[name] = fields[name].map { $0 + ", " + field.value } ?? field.value
    }
    let body = request.body
    let expected = fields["content-length"].flatMap { Int($0) }
    let reply = await site.answer(
      to: SiteRequest(
        request.method.rawValue, request.head.path ?? "", hosts: hosts, fields: fields,
        readBody: { limit in try await Self.bytes(of: body, limit: limit, expected: expected) }))
    return Self.response(reply, isHead: request.method == .head)
  }

  private static func bytes(of body: RequestBody, limit: Int, expected: Int?) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      for try await part in body {
        guard bytes.count + part.readableBytes <= limit else { throw Problem.tooLarge(limit) }
        bytes.append(contentsOf: part.readableBytesView)
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem.badRequest
    }
    // A connection that broke looks like one that ended.
    guard expected == nil || expected == bytes.count else { throw Problem.badRequest }
    return bytes
  }

  private static func response(_ reply: Reply, isHead: Bool) -> Response {
    var headers = HTTPFields()
    for (name, value) in reply.fields {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    if reply.status != 304 {
      headers[.contentType] = reply.mediaType
      headers[.contentLength] = String(reply.length)
    }
    let status = HTTPResponse.Status(code: reply.status)
    guard !isHead, reply.status != 304 else {
      // With the length that GET would have, and without the bytes.
      return Response(
        status: status, headers: headers, body: ResponseBody(contentLength: reply.length) { try await $0.finish(nil) })
    }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.bytes)))
  }
}
