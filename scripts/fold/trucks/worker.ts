import { answerTasks } from '../../thread-tasks'
import { perform } from './tasks'

answerTasks(perform)
