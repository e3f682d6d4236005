import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'

export type FollowProps = { slug: string; next: string; follow: { kind: string; id: string; on: boolean } }

/** «Следить», or the way out of it; a plain form, so that it needs no JavaScript. */
export function Follow({ slug, next, follow }: FollowProps) {
  const words = useMessages().notifications.letters
  return (
    <form method="post" action={`/drafts/${slug}/following`}>
      <input type="hidden" name="kind" value={follow.kind} />
      <input type="hidden" name="id" value={follow.id} />
      <input type="hidden" name="follow" value={follow.on ? 'off' : 'on'} />
      <input type="hidden" name="next" value={next} />
      <Button small>{follow.on ? words.unfollow : words.follow}</Button>
    </form>
  )
}
