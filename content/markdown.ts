/**
 * Markdown of pages to HTML. Raw HTML is shown as text, links are limited to safe schemes, and
 * headings get ids, so that a section of a manual has an address.
 */
import { Marked, type Tokens } from 'marked'

/** HTML of a trusted or untrusted Markdown text: no tag of the author survives, only Markdown's own. */
export function renderMarkdown(markdown: string): string {
  const ids = new Map<string, number>()
  const marked = new Marked({ gfm: true, async: false })
  marked.use({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      heading({ tokens, depth }: Tokens.Heading) {
        const inner = this.parser.parseInline(tokens)
        return `<h${depth} id="${freshId(ids, headingId(inner))}">${inner}</h${depth}>\n`
      },
      link({ href, title, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens)
        if (!isSafe(href)) return inner
        return `<a href="${escapeHtml(href)}"${title ? ` title="${escapeHtml(title)}"` : ''}>${inner}</a>`
      },
      image: ({ href, text }: Tokens.Image) =>
        isSafe(href)
          ? `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}" loading="lazy">`
          : escapeHtml(text),
    },
  })
  // A wide table scrolls sideways on a phone: the keyboard must reach it. The author's own tags are escaped by now.
  return marked.parse(markdown, { async: false }).replaceAll('<table>', '<table tabindex="0">')
}

/** The id of a heading: its words, in lower case, joined by hyphens; Cyrillic stays Cyrillic. */
export function headingId(heading: string): string {
  const words = heading
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z0-9#]+;/gi, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words?.join('-') ?? 'section'
}

function freshId(ids: Map<string, number>, id: string): string {
  const count = ids.get(id) ?? 0
  ids.set(id, count + 1)
  return count === 0 ? id : `${id}-${count + 1}`
}

/** A page of this site, a place in this one, or an address that says of itself where it leads: `/\\x` is another host's. */
function isSafe(href: string): boolean {
  const address = href.trim()
  if (/^(https?:|mailto:|#)/i.test(address)) return true
  return address.startsWith('/') && URL.canParse(address, here) && new URL(address, here).origin === here
}

const here = 'http://this.invalid'

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
