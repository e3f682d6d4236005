import { type Change, changesOf } from './words.ts'

/** Two wordings as one line: words that go are struck out, words that come are marked. `brief` keeps only what is around a change. */
export function WordDiff({ before, after, brief }: { before: string; after: string; brief?: boolean }) {
  let at = 0
  const changes = changesOf(before, after)
  return (brief ? abridged(changes) : changes).map(({ kind, text }) => {
    at += 1
    if (kind === 'same') return <span key={at}>{text}</span>
    // The space stays outside the mark, so that a line does not begin or end with a coloured gap.
    const [, space = '', words = '', gap = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
    // At the very beginning neither of two words has a space before it.
    const apart = at === 1 && kind === 'deleted' && gap === '' && changes[1]?.kind === 'inserted'
    return (
      <span key={at}>
        {space}
        {kind === 'deleted' ? <del>{words}</del> : <ins>{words}</ins>}
        {apart ? ' ' : gap}
      </span>
    )
  })
}

const AROUND = 48

/** Long unchanged runs give way to «…», at the word nearest to the change. */
function abridged(changes: readonly Change[]): Change[] {
  return changes.map((change, at) => {
    if (change.kind !== 'same' || change.text.length <= AROUND * 2) return change
    const head = at === 0 ? '' : change.text.slice(0, AROUND).replace(/\s+\S*$/, '')
    const tail = at === changes.length - 1 ? '' : change.text.slice(-AROUND).replace(/^\S*\s+/, '')
    return {
      kind: 'same',
      text: `${head && `${head} `}… ${tail}`.trimEnd() + (tail.endsWith(' ') ? ' ' : ''),
    }
  })
}
