import Contests
import Testing

@Suite struct OrganisationNameTests {
    @Test(arguments: [
        ("福州榕评科技有限公司", "福州榕评科技"), ("福州 榕评科技 股份有限公司", "福州榕评科技（集团）"),
        ("ＡＢＣ　Ltd.", "abc"), ("Acme Co., Ltd.", "ACME"), ("Acme, Inc.", "acme"),
        ("Müller GmbH", "MÜLLER"), ("A.B.C. L.L.C.", "abc"), ("某某有限责任公司", "某某"),
    ])
    func `names that mean one organisation are equal`(_ left: String, _ right: String) {
        #expect(OrganisationName.normalised(left) == OrganisationName.normalised(right))
        #expect(!OrganisationName.normalised(left).isEmpty)
    }

    @Test(arguments: [
        ("福州大学", "福州大学至诚学院"), ("北京大学", "北京工业大学"), ("A 1", "A 2"), ("有限公司", "集团"),
    ])
    func `names that mean two organisations differ`(_ left: String, _ right: String) {
        #expect(OrganisationName.normalised(left) != OrganisationName.normalised(right))
    }
}
