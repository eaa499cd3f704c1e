import { answerTasks } from '../thread-tasks'
import { judgeCity } from './judge-city'

// A thread that judges one city after the other.
answerTasks(judgeCity)
