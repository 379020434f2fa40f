import { useEffect, useState } from 'react'
import { DOWNLOAD_TIME } from '#shared/contract/downloads.ts'
import { proveAddress } from './page-key.ts'

/** The address of a file for a link, renewed regularly so that it stays valid while the page is open. */
export function useDownloadAddress(address: string): string {
  const [proven, setProven] = useState({ address, href: address })
  useEffect(() => {
    let isShown = true
    const prove = () =>
      void proveAddress(address).then((href) => {
        if (isShown) setProven({ address, href })
      })
    prove()
    const timer = setInterval(prove, DOWNLOAD_TIME / 3)
    // Timers stop while the computer sleeps.
    window.addEventListener('focus', prove)
    return () => {
      isShown = false
      clearInterval(timer)
      window.removeEventListener('focus', prove)
    }
  }, [address])
  return proven.address === address ? proven.href : address
}
