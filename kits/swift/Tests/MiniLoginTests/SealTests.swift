#if canImport(CryptoKit)
import XCTest

@testable import MiniLogin

/// Every seal of kits/vectors/sealed.json, with the one-time key of that file. What comes after the
/// seal (the id_token, the state inside) is the server's business, so a result that only it refuses
/// opens here.
final class SealTests: XCTestCase {
    private struct File: Decodable {
        let key: Key
        let vectors: [Vector]
    }

    private struct Key: Decodable {
        let x: String
        let y: String
        let d: String
    }

    private struct Vector: Decodable {
        let name: String
        let deliveries: [Delivery]
    }

    private struct Delivery: Decodable {
        let text: String?
        let verdict: Verdict
    }

    private struct Verdict: Decodable {
        let ok: Bool
        let code: String?
    }

    private func readFile() throws -> File {
        let vectors = URL(fileURLWithPath: #filePath)
            .appendingPathComponent("../../../../vectors/sealed.json").standardized
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: vectors))
    }

    private func key(of file: File) throws -> LaunchKey {
        let raw = try XCTUnwrap(Base64URL.decode(file.key.d))
        return try LaunchKey(rawRepresentation: raw)
    }

    private func fields(_ data: Data) -> [String: Any]? {
        (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    }

    func testEverySealOfTheVectors() throws {
        let file = try readFile()
        let key = try key(of: file)
        var opened = 0
        for vector in file.vectors {
            for delivery in vector.deliveries {
                guard let text = delivery.text,
                      let sealed = fields(Data(text.utf8))?["sealed"] as? String
                else { continue }
                do {
                    let content = try key.open(sealed)
                    opened += 1
                    // Two names alike and no JSON are for the reader of what was sealed.
                    let isReadable = fields(content) != nil && vector.name != "a name twice inside"
                    XCTAssertFalse(delivery.verdict.code == "seal_broken" && isReadable, vector.name)
                } catch LaunchKey.Failure.broken {
                    XCTAssertEqual(delivery.verdict.code, "seal_broken", vector.name)
                } catch LaunchKey.Failure.mismatch {
                    let codes = ["seal_mismatch", "state_mismatch"]
                    XCTAssertTrue(codes.contains(delivery.verdict.code ?? ""), vector.name)
                }
            }
        }
        XCTAssertGreaterThan(opened, 5)
    }

    func testTheLaunchCarriesThePublicHalfAlone() throws {
        let file = try readFile()
        let parameter = try key(of: file).launchParameter
        let jwk = try XCTUnwrap(Base64URL.decode(parameter).flatMap(fields))
        XCTAssertEqual(jwk["x"] as? String, file.key.x)
        XCTAssertEqual(jwk["y"] as? String, file.key.y)
        XCTAssertNil(jwk["d"])
    }
}
#endif
