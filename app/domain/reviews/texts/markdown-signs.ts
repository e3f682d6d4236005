/**
 * Markdown as it is read here: GFM with the signs of other converters for small letters — x^2^, H~2~O — and the few tags
 * that say the same where signs cannot (a bold word in quotation marks against a letter).
 */
import { Marked, type TokenizerExtension } from 'marked'

// A stop where nothing is costs little; a look through the whole text after each word does not.
const LOOKED_AHEAD = 2000

/** Words between two signs; a space inside is written with a backslash before it. */
function signed(name: 'superscript' | 'subscript', sign: '^' | '~'): TokenizerExtension {
  const one = `\\${sign}`
  const found = new RegExp(`^${one}(?!${one})((?:\\\\[^\\n]|[^\\s\\\\${one}])+)${one}(?!${one})`)
  return {
    name,
    level: 'inline',
    start: (source) => {
      const at = source.slice(0, LOOKED_AHEAD).indexOf(sign)
      return at < 0 && source.length > LOOKED_AHEAD ? LOOKED_AHEAD : at < 0 ? undefined : at
    },
    tokenizer(source) {
      const match = found.exec(source)
      if (!match) return undefined
      const inside = (match[1] ?? '').replace(/\\ /g, ' ')
      return { type: name, raw: match[0], tokens: this.lexer.inlineTokens(inside) }
    },
  }
}

const tags: Record<string, string> = { b: 'bold', i: 'italic', sup: 'superscript', sub: 'subscript' }
const tagged: TokenizerExtension = {
  name: 'tagged',
  level: 'inline',
  tokenizer(source) {
    const match = /^<(b|i|sup|sub)>((?:(?!<\/?\1>)[\s\S])+)<\/\1>/i.exec(source)
    const type = tags[match?.[1]?.toLowerCase() ?? '']
    if (!match || !type) return undefined
    return { type, raw: match[0], tokens: this.lexer.inlineTokens(match[2] ?? '') }
  },
}

export const marked = new Marked({
  gfm: true,
  // one tilde alone is a tilde: «5~7 и 8~9» strikes nothing out
  tokenizer: { del: (source) => (source.startsWith('~~') ? false : undefined) },
  extensions: [signed('superscript', '^'), signed('subscript', '~'), tagged],
})
