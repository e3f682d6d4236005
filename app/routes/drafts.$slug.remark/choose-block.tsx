import type { BlockChoice } from '#app/routes/drafts.$slug/remark-view.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './choose-block.module.css'

type ChooseBlockProps = { slug: string; lang: string; blocks: BlockChoice }

/** Which place the remark is about, for those who came by the big button: search by words, or go through the list. */
export function ChooseBlock({ slug, lang, blocks }: ChooseBlockProps) {
  const { reviews, reviewRemark } = useMessages()
  const words = reviewRemark.form
  return (
    <Stack gap={3}>
      <search>
        <form className={styles.search}>
          <Field
            name="q"
            type="search"
            label={words.findPlace}
            hint={words.findPlaceHint}
            defaultValue={blocks.query}
          />
          <Button>{reviews.list.apply}</Button>
        </form>
      </search>
      {blocks.found.length === 0 && <p>{words.placeNotFound}</p>}
      <ol className={styles.places} lang={lang}>
        {blocks.found.map(({ blockId, address, text }) => (
          <li key={blockId}>
            <Anchor href={`/drafts/${slug}/remark?block=${blockId}`}>
              <span className={styles.address}>{address}</span>
              <span>{text}</span>
            </Anchor>
          </li>
        ))}
      </ol>
      {blocks.more && <p className={styles.address}>{words.placesMore}</p>}
    </Stack>
  )
}
