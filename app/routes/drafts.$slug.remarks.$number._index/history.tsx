import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './remark.module.css'
import type { ThreadView } from './thread.server.ts'

/** Where the words stand in each version: found, changed, or gone. */
export function History({ view }: { view: ThreadView }) {
  const { reviews, reviewRemark, reviewPlace } = useMessages()
  return (
    <section>
      <h2>{reviewRemark.page.history}</h2>
      <ol className={styles.history}>
        {view.places.map((place) => {
          const page = `/drafts/${view.draft.slug}${place.current ? '' : `/versions/${place.version}`}`
          return (
            <li key={place.version}>
              <p>
                <strong>{reviews.version(place.version)}</strong>
                {': '}
                {reviews.places[place.status]}
              </p>
              <p className={styles.quiet}>
                <Anchor href={`${page}#${place.id}`}>{place.address || reviewRemark.page.inText}</Anchor>
              </p>
              {place.current && view.settle && (
                <p>
                  <Anchor href={`/drafts/${view.draft.slug}/remarks/${view.remark.number}/place`}>
                    {place.status === 'ambiguous' ? reviewPlace.choose : reviewPlace.change}
                  </Anchor>
                </p>
              )}
              {place.status === 'edited' && place.words !== '' && (
                <blockquote className={styles.small} lang={view.draft.lang}>
                  {place.words}
                </blockquote>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
