#if canImport(CryptoKit)
import CryptoKit
import Foundation

/// The one-time key of a sealed launch. docs/host-app.md#results
public struct LaunchKey {
    private let key: P256.KeyAgreement.PrivateKey

    public init() { key = P256.KeyAgreement.PrivateKey() }

    init(rawRepresentation: Data) throws {
        key = try P256.KeyAgreement.PrivateKey(rawRepresentation: rawRepresentation)
    }

    /// For the launch's `key`: the public half as base64url of its JWK.
    public var launchParameter: String { Base64URL.encode(Data(publicJWK.utf8)) }

    /// RFC 7638: the names in this order, so that its hash is the thumbprint.
    private var publicJWK: String {
        let raw = key.publicKey.rawRepresentation
        let (x, y) = (Base64URL.encode(raw.prefix(32)), Base64URL.encode(raw.suffix(32)))
        return #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
    }

    public enum Failure: Error, Equatable {
        /// The sealed result can't be opened.
        case broken
        /// It was sealed with the key of another launch.
        case mismatch
    }

    /**
     Opens a compact JWE: ECDH-ES and A256GCM, which are decided here and never by the answer.
     Compare `v`, `state`, `app` and `at` inside before you believe the rest; a server does all of it.
     */
    public func open(_ sealed: String) throws -> Data {
        let parts = sealed.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[1].isEmpty,
              let headerData = Base64URL.decode(parts[0]),
              let header = try? JSONDecoder().decode(Header.self, from: headerData)
        else { throw Failure.broken }
        let thumbprint = Base64URL.encode(Data(SHA256.hash(data: Data(publicJWK.utf8))))
        guard header.kid == thumbprint else { throw Failure.mismatch }
        guard header.alg == "ECDH-ES", header.enc == "A256GCM", header.zip == nil,
              header.crit == nil, header.epk.kty == "EC", header.epk.crv == "P-256",
              let x = Base64URL.decode(header.epk.x), x.count == 32,
              let y = Base64URL.decode(header.epk.y), y.count == 32,
              let iv = Base64URL.decode(parts[2]), iv.count == 12,
              let ciphertext = Base64URL.decode(parts[3]),
              let tag = Base64URL.decode(parts[4]), tag.count == 16
        else { throw Failure.broken }
        do {
            // CryptoKit refuses a point that is not on the curve.
            let sender = try P256.KeyAgreement.PublicKey(rawRepresentation: x + y)
            let shared = try key.sharedSecretFromKeyAgreement(with: sender)
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: iv), ciphertext: ciphertext, tag: tag)
            return try AES.GCM.open(
                box, using: contentKey(shared, header), authenticating: Data(parts[0].utf8))
        } catch {
            throw Failure.broken
        }
    }

    /// Concat KDF, one round: RFC 7518, section 4.6.2. It is not the derivation CryptoKit brings.
    private func contentKey(_ shared: SharedSecret, _ header: Header) -> SymmetricKey {
        func withLength(_ data: Data) -> Data { uint32(data.count) + data }
        let apu = header.apu.flatMap(Base64URL.decode) ?? Data()
        let apv = header.apv.flatMap(Base64URL.decode) ?? Data()
        let info = withLength(Data("A256GCM".utf8)) + withLength(apu) + withLength(apv) + uint32(256)
        let secret = shared.withUnsafeBytes { Data($0) }
        return SymmetricKey(data: Data(SHA256.hash(data: uint32(1) + secret + info)))
    }

    private func uint32(_ value: Int) -> Data {
        withUnsafeBytes(of: UInt32(value).bigEndian) { Data($0) }
    }

    private struct Header: Decodable {
        let alg: String
        let enc: String
        let kid: String
        let epk: Point
        let apu: String?
        let apv: String?
        let zip: String?
        let crit: [String]?
    }

    private struct Point: Decodable {
        let kty: String
        let crv: String
        let x: String
        let y: String
    }
}
#endif
