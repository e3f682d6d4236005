/** Texts of the bench `anchors`: the Concept as it is, and texts of any length in its words. */
import { randomOf } from './revision.ts'

const PAGE = 2000 // characters

/** The paragraphs of a Markdown file without its marks: headings, items and rows of tables among them. */
export function paragraphsOf(markdown: string): string[] {
  return markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .split(/\n+/)
    .map((line) =>
      line
        .replace(/^[#>\s|-]+|[|*_]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => /\p{L}{2}/u.test(line))
}

/** A text of so many pages: words follow one another as they do in the model. */
export function generated(model: readonly string[], pages: number, seed: number): string[] {
  const random = randomOf(seed)
  const follows = new Map<string, string[]>()
  const words = model.flatMap((line) => line.split(' '))
  words.forEach((word, at) => {
    const next = words[at + 1]
    if (next) follows.set(word, [...(follows.get(word) ?? []), next])
  })
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const texts: string[] = []
  for (let length = 0; length < pages * PAGE; ) {
    const size = 80 + Math.floor(random() * 600)
    let [word, text] = [any(words), '']
    for (; text.length < size; word = any(follows.get(word) ?? words)) text += `${text && ' '}${word}`
    texts.push(text)
    length += text.length
  }
  return texts
}
