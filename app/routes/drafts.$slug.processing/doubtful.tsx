import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Remarks whose place in the new version only a person can name. */
export function Doubtful({ slug, numbers }: { slug: string; numbers: readonly number[] }) {
  const words = useMessages().reviewPlace
  return (
    <Notice kind="warn" title={words.waiting}>
      {words.waitingText}{' '}
      {numbers.map((number, at) => (
        <span key={number}>
          {at > 0 && ', '}
          <Anchor href={`/drafts/${slug}/remarks/${number}/place`}>{words.number(number)}</Anchor>
        </span>
      ))}
    </Notice>
  )
}
