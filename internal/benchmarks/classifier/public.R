# Writes tables that no test of this repository has (mlbench, AER), numbers and categories, some with missing values, as CSV with a column y.
library(mlbench); library(AER)
w <- function(d, y, name) { names(d)[names(d) == y] <- "y"; write.csv(d, paste0(name, ".csv"), row.names=FALSE, na="") }

data(Ionosphere); w(Ionosphere, "Class", "ionosphere")
data(BreastCancer); w(BreastCancer[, -1], "Class", "breastcancer")
data(PimaIndiansDiabetes2); w(PimaIndiansDiabetes2, "diabetes", "pima2")
data(HMDA); w(HMDA, "deny", "hmda")
data(SwissLabor); w(SwissLabor, "participation", "swisslabor")
data(Affairs); d <- Affairs; d$y <- ifelse(d$affairs > 0, "yes", "no"); w(d[, names(d) != "affairs"], "y", "affairs")
