import { answerTasks } from '../thread-tasks'
import { judgeCity } from './judge-city'

// A thread that evaluates one city after another.
answerTasks(judgeCity)
