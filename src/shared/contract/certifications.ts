import { Certification, certificationShape } from '../model/certification.ts'
import { crud } from './base.ts'

export const certifications = crud(certificationShape, Certification)
