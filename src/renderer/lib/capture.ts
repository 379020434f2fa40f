import { createContext, useContext } from 'react'

/** The key that opens quick add where no text is being typed. */
export const CAPTURE_KEY = 'N'

/** Opens the quick-add box, from anywhere. */
export const CaptureContext = createContext<() => void>(() => {})

export function useCapture(): () => void {
  return useContext(CaptureContext)
}
