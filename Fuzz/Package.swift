// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what instruments code for libFuzzer stays out of the product. The
// library is static: Scripts/fuzz links one program for each door from it.
let package = Package(
  name: "SjuklonevaktFuzz",
  products: [.library(name: "Doors", type: .static, targets: ["Doors"])],
  dependencies: [.package(name: "Sjuklonevakt", path: "..")],
  targets: [
    .target(
      name: "Doors", dependencies: [.product(name: "TestSupport", package: "Sjuklonevakt")],
      path: "Doors")
  ]
)
