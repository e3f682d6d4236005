import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'

/** Everything is published: the next version begins from the present text. */
export function BeginNext({ slug }: { slug: string }) {
  const { reviewWork } = useMessages()
  const words = reviewWork
  return (
    <EmptyState
      title={words.published}
      action={
        <form method="post" action={`/drafts/${slug}/versions?index`}>
          <Button look="main">{words.publish.startNext}</Button>
        </form>
      }
    />
  )
}
