# Writes tables of mixed columns with missing values that R's packages have (survival, MASS, rpart, mlbench), as CSV with a column y.
# What is only known after the outcome is left out, such as how long somebody lived.
library(survival); library(MASS); library(rpart); library(mlbench)
w <- function(d, name) write.csv(d, paste0(name, ".csv"), row.names=FALSE, na="")
without <- function(d, ...) d[, !(names(d) %in% c(...))]
dead <- function(is) ifelse(is, "dead", "alive")

d <- lung; d$y <- dead(d$status==2); d$sex <- ifelse(d$sex==1, "m", "f"); w(without(d, "time", "status", "inst"), "lung")
d <- pbc; d$y <- dead(d$status==2); d$trt <- ifelse(is.na(d$trt), NA, paste0("t", d$trt)); w(without(d, "time", "status", "id"), "pbc")
d <- colon[colon$etype==2,]; d$y <- dead(d$status==1); d$rx <- as.character(d$rx); d$extent <- paste0("e", d$extent)
w(without(d, "time", "status", "id", "study", "etype"), "colon")
d <- rbind(Pima.tr2, Pima.te); names(d)[8] <- "y"; w(d, "pima")
d <- biopsy[,-1]; names(d)[10] <- "y"; w(d, "biopsy")
d <- survey[!is.na(survey$Sex),]; names(d)[1] <- "y"; w(d, "survey")
d <- stagec; d$y <- ifelse(d$pgstat==1, "prog", "no"); d$grade <- paste0("g", d$grade); w(without(d, "pgtime", "pgstat"), "stagec")
d <- flchain; d$y <- dead(d$death==1); w(without(d, "futime", "death", "chapter"), "flchain")
d <- birthwt; d$y <- ifelse(d$low==1, "low", "ok"); d$race <- c("white", "black", "other")[d$race]
set.seed(1); d$lwt[sample(nrow(d), 20)] <- NA; w(without(d, "low", "bwt"), "birthwt")
d <- mgus2; d$y <- dead(d$death==1); w(without(d, "id", "futime", "death", "ptime", "pstat"), "mgus2")
d <- Melanoma; d$y <- dead(d$status==1); w(without(d, "time", "status"), "melanoma")
data(HouseVotes84); d <- HouseVotes84; names(d)[1] <- "y"; w(d, "votes")
data(PimaIndiansDiabetes2); d <- PimaIndiansDiabetes2; names(d)[9] <- "y"; w(d, "pima2")
data(Sonar); d <- Sonar; names(d)[61] <- "y"; w(d, "sonar")
