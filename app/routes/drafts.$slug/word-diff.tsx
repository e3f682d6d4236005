import { changesOf } from './words.ts'

/** Two wordings as one line: words that go are struck out, words that come are marked. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  let at = 0
  return changesOf(before, after).map(({ kind, text }) => {
    at += 1
    if (kind === 'same') return <span key={at}>{text}</span>
    // The space stays outside the mark, so that a line does not begin with a coloured gap.
    const [, space = '', words = ''] = /^(\s*)([\s\S]*)$/.exec(text) ?? []
    return (
      <span key={at}>
        {space}
        {kind === 'deleted' ? <del>{words}</del> : <ins>{words}</ins>}
      </span>
    )
  })
}
