import Formats

/// The frame of every page: head, style, the choice of language, a link past what comes first.
struct Page {
    /// The title in the window.
    var title: Phrase
    /// The languages, the first one first.
    var languages: [Language]
    /// Further rules of style.
    var style = ""
    /// What is between the choice of language and the end.
    var body: Markup

    /// The whole document.
    var html: String {
        let first = languages.first ?? .chinese
        let head: Markup = """
            <!DOCTYPE html>
            <html lang="\(first.tag)" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(title[first])</title>

            """
        let rest: Markup = """
            </head>
            <body>
            <a class="skip" href="#main">跳到正文 · <span lang="en">Skip to content</span></a>
            \(choice)<div class="page">
            \(body)
            </div>
            </body>
            </html>

            """
        return head.html + "<style>\n" + PageStyle.common + style + "</style>\n" + rest.html
    }

    /// The radio buttons; hidden where there is one language.
    private var choice: Markup {
        let buttons = Language.allCases.map { language -> Markup in
            let checked: Markup = language == languages.first ? " checked=\"checked\"" : ""
            return """
                <input type="radio" name="language" id="in-\(language.rawValue)"\(checked)/>\
                <label for="in-\(language.rawValue)" lang="\(language.tag)">\
                \(language.ownName)</label>
                """
        }
        if languages.count > 1 { return "\(buttons)" }
        return "<span class=\"only-\(languages.first?.rawValue ?? "zh")\"></span>\n"
    }
}

extension Language {
    /// The tag for `lang`.
    var tag: String { self == .chinese ? "zh-Hans" : "en" }

    /// The language's name in itself.
    var ownName: String { self == .chinese ? "中文" : "English" }
}
