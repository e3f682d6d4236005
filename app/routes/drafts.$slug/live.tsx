import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './live.module.css'

type News = { remarks: number; version: boolean }

/** «3 новых замечания» as a calm button: the text never moves by itself. Hears only while the page is looked at. */
export function Live({ slug, since, version }: { slug: string; since: number; version: number }) {
  const words = useMessages().reviews.draft
  const { revalidate } = useRevalidator()
  const news = useNews(`/drafts/${slug}/live?since=${since}&version=${version}`)
  const text = news?.version ? words.newVersion : news?.remarks ? words.newRemarks(news.remarks) : null
  return (
    <div role="status" className={styles.live} data-print="off">
      {text && (
        <Button type="button" onClick={() => revalidate()}>
          {text}
        </Button>
      )}
    </div>
  )
}

function useNews(address: string): News | null {
  const [heard, setHeard] = useState<{ address: string; news: News } | null>(null)
  useEffect(() => {
    let line: EventSource | null = null
    const listen = () => {
      if (document.visibilityState === 'hidden') {
        line?.close()
        line = null
        return
      }
      line ??= new EventSource(address)
      line.onmessage = ({ data }) => setHeard({ address, news: JSON.parse(data) })
    }
    listen()
    document.addEventListener('visibilitychange', listen)
    return () => {
      document.removeEventListener('visibilitychange', listen)
      line?.close()
    }
  }, [address])
  // what was heard of another state of the page is no news
  return heard?.address === address ? heard.news : null
}
